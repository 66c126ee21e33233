import { isAccessible } from '../support/accessible';
import { talk } from '../support/audio';
import { ContactCentre } from '../support/contact-centre';
import type { Office } from '../support/office';
import type { Member } from '../support/member';
import { Rights } from '../support/pages/rights';
import { ADMIN, HA, LAN } from '../support/people';
import { expect, test } from '../support/test';

// What agents see of numbers, everybody else's tests rely on.
test.use({ house: 'masking' });

/** An admin decides that agents see numbers masked, one at a time shown. */
async function masked(office: Office): Promise<Member> {
  const admin = await office.member(ADMIN, { at: '/staff/rights' });
  const rights = new Rights(admin.page);
  const seen = rights.reach('Tư vấn viên: Số điện thoại');
  if ((await seen.inputValue()) !== 'on_demand') {
    await rights.decide('Tư vấn viên: Số điện thoại', 'Che, cho phép hiện từng số');
    await isAccessible(admin.page, 'what roles see of numbers');
    await rights.save();
  }
  return admin;
}

test('an agent sees a masked number, calls by a press, has it shown, and the admin learns of it', async ({ office }) => {
  const admin = await masked(office);
  const id = await admin.hasCustomer('Giáp Thị Che', '0911444601');
  const lan = await office.agent(LAN);
  const customer = await office.phone('0911444601');
  await lan.open(`/customers/${id}`);
  const number = lan.record.number('091•••••01');
  await expect(number).toBeVisible();
  expect(await lan.page.content(), 'the page does not hold it').not.toMatch(/911\s?444\s?601/);
  await number.click();
  const card = lan.dock.card('Giáp Thị Che');
  await card.shows('Đang đổ chuông');
  await customer.answer();
  await talk(lan.page, customer.page);
  expect(await lan.page.content(), 'the card does not, either').not.toMatch(/911\s?444\s?601/);
  await card.hangUp();
  await card.shows('Đã kết thúc');

  await lan.page.getByRole('main').getByRole('button', { name: 'Hiện số', exact: true }).click();
  await expect(lan.page.getByRole('main').getByText('0911 444 601', { exact: true })).toBeVisible();
  await isAccessible(lan.page, 'a record whose number was shown');
  await admin.open('/settings/audit?what=numbers');
  const shown = admin.page.getByRole('row').filter({ hasText: 'Giáp Thị Che' });
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText(LAN.name);
  await expect(shown).toContainText('0911 444 601');
});

test('where our server can ask the provider to call, the page is never told the number', async ({ office }) => {
  const admin = await masked(office);
  await admin.hasCustomer('Giáp Văn Kín', '0911444602');
  const ha = await office.agent(HA);
  const said: string[] = [];
  ha.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => said.push(String(payload))));
  ha.page.on('response', (answer) => {
    if (answer.url().includes('/api/')) void answer.text().then((text) => said.push(text), () => undefined);
  });
  const customer = await office.phone('0911444602');
  await ha.customers.search('Giáp Văn Kín');
  await ha.customers.row('Giáp Văn Kín').getByRole('button', { name: '091•••••02' }).click();
  await customer.is('ringing');
  await customer.answer();
  const card = ha.dock.card('Giáp Văn Kín');
  await card.shows('Đang đàm thoại');
  await card.hangUp();
  await card.shows('Đã kết thúc');
  expect(said.join('\n')).not.toContain('911444602');
  await new ContactCentre(office.server.url).isQuiet();
});
