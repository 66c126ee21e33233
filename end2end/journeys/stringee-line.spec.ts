import { isAccessible } from '../support/accessible';
import { hears } from '../support/audio';
import { ContactCentre } from '../support/contact-centre';
import { Floor } from '../support/pages/floor';
import { ADMIN, HA } from '../support/people';
import { expect, test } from '../support/test';

/** The contact centre is asked every fifteen seconds what its agents do. */
const HEARD = { timeout: 25_000 };

test('a dropped connection is made again, and a call goes on meanwhile', async ({ office }) => {
  office.watch.expect(/WebSocket/);
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await ha.hasCustomer('Khách Lúc Rớt Mạng', '0911224301', { mine: true });
  await centre.ring('0911224301');
  const card = ha.dock.card('Khách Lúc Rớt Mạng');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await ha.page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await centre.drop('agent_ha', 1500);
  await ha.dock.shows(/Đang nối lại/);
  await hears(ha.page, 'the agent, meanwhile');
  await ha.dock.isReady();
  await card.shows('Đang đàm thoại');
  await card.hangUp();
  await card.shows('Đã kết thúc');
  await centre.isQuiet();
  expect(await ha.page.evaluate(() => 'notReloaded' in window)).toBe(true);
});

test('a token that has run out is replaced without a reload', async ({ office }) => {
  office.watch.expect(/WebSocket/);
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await ha.page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await centre.expire('agent_ha');
  await centre.drop('agent_ha');
  await ha.dock.shows(/Đang nối lại/);
  await ha.dock.isReady();
  await centre.canRing('agent_ha');
  await ha.hasCustomer('Khách Sau Khi Gia Hạn', '0911224302', { mine: true });
  await centre.ring('0911224302');
  await ha.dock.card('Khách Sau Khi Gia Hạn').shows('Cuộc gọi đến');
  expect(await ha.page.evaluate(() => 'notReloaded' in window)).toBe(true);
});

test('an agent takes a break, and the contact centre gives them no calls', async ({ office }) => {
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await ha.dock.button('Tạm nghỉ').click();
  await ha.dock.shows('Đang tạm nghỉ');
  expect((await centre.seat('agent_ha')).manual_status).toBe('NOT AVAILABLE');
  await ha.open('/calls');
  await ha.dock.shows('Đang tạm nghỉ');
  await ha.dock.button('Nhận cuộc gọi').click();
  await ha.dock.isReady();
  expect((await centre.seat('agent_ha')).manual_status).toBe('AVAILABLE');
});

test('the SIP telephone’s account is shown to its owner, and its password once', async ({ office }) => {
  const ha = await office.agent(HA);
  await ha.open('/profile');
  const panel = ha.page.locator('section').filter({ has: ha.page.getByRole('heading', { name: 'Điện thoại SIP của tôi' }) });
  await panel.getByRole('button', { name: /Cấp mật khẩu/ }).click();
  const password = panel.getByText(/^[\w-]{20}$/);
  await expect(password).toBeVisible();
  await expect(panel.getByText(/_agent_ha$/)).toBeVisible();
  await expect(panel.getByText(/chỉ hiện một lần/)).toBeVisible();
  await ha.open('/profile');
  await expect(panel.getByText(/_agent_ha$/)).toBeVisible();
  await expect(password, 'it is kept nowhere').toHaveCount(0);
});

test('whoever watches the floor sees whether calls can be given to an agent, and why not', async ({ office }) => {
  const ha = await office.agent(HA);
  const admin = await office.member(ADMIN, { at: '/floor' });
  const row = new Floor(admin.page).row(HA.name);
  const mark = row.getByRole('img', { name: /hận được cuộc gọi/ });
  const resting = row.getByRole('img', { name: /Chưa nhận được cuộc gọi.*Đang nhận cuộc gọi/ });
  await expect(mark).toBeVisible(HEARD);
  await expect(resting).toHaveCount(0, HEARD);
  await ha.dock.button('Tạm nghỉ').click();
  await expect(resting).toBeVisible(HEARD);
  await isAccessible(admin.page, 'the floor while an agent takes a break');

  await row.getByRole('link', { name: HA.name }).click();
  const conditions = admin.page.getByRole('region', { name: 'Nhận cuộc gọi' });
  const available = conditions.getByRole('listitem').filter({ hasText: 'Đang nhận cuộc gọi' });
  await expect(available).toContainText('chưa đạt');
  await expect(conditions).toContainText('Máy chưa đổ chuông được');
  await isAccessible(admin.page, "a member's day, with what keeps calls from them");
  await ha.dock.button('Nhận cuộc gọi').click();
  await ha.dock.isReady();
  await expect(available).not.toContainText('chưa đạt', HEARD);
});
