import { isAccessible } from '../support/accessible';
import { Floor } from '../support/pages/floor';
import { ADMIN, HUNG, LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

const SMALL = { viewport: { width: 390, height: 844 } };

test('a manager watches an agent through a call', async ({ office }) => {
  const quan = await office.member(QUAN, { at: '/floor' });
  const floor = new Floor(quan.page);
  await expect(floor.connection).toHaveText('Cập nhật trực tiếp');
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Khách Trên Sàn', '0911223701');
  await floor.shows(LAN.name, 'Sẵn sàng');

  await office.control.ring('0911223701', { agent: '5001' });
  await floor.shows(LAN.name, 'Đang đổ chuông');
  const waiting = floor.waiting('Đang đổ chuông');
  await expect(waiting).toContainText('Khách Trên Sàn');
  await expect(waiting).toContainText(`đổ chuông tại ${LAN.name}`);
  await isAccessible(quan.page, 'the floor while a call rings');

  const card = lan.dock.card('Khách Trên Sàn');
  await card.answer();
  await floor.shows(LAN.name, 'Đang đàm thoại');
  await expect(waiting).toContainText('Không có khách nào đang chờ');
  await expect(floor.row(LAN.name).getByRole('link', { name: 'Khách Trên Sàn' })).toBeVisible();
  await card.hold();
  await floor.shows(LAN.name, 'Đang giữ máy');
  await card.resume();
  await floor.shows(LAN.name, 'Đang đàm thoại');
  await card.hangUp();
  await card.shows('Đã kết thúc');
  await expect(floor.row(LAN.name)).not.toContainText('Đang đàm thoại');
  await expect(floor.row(LAN.name).getByRole('cell').nth(5)).not.toHaveText('0');

  await floor.row(LAN.name).getByRole('link', { name: LAN.name }).click();
  await quan.frame.heading('Ngày làm việc').waitFor();
  await expect(quan.page.getByRole('row').filter({ hasText: 'Đang đàm thoại' }).first()).toContainText('Mở cuộc gọi');
  await expect(quan.page.getByRole('img', { name: /Trạng thái theo giờ/ })).toBeVisible();
  await isAccessible(quan.page, "a member's day");
});

test('a lost connection is said, and mends itself', async ({ office }) => {
  const lan = await office.agent(LAN);
  const quan = await office.member(QUAN);
  const floor = new Floor(quan.page);
  await floor.canBeCut();
  await floor.open();
  await floor.shows(LAN.name, 'Sẵn sàng');
  await expect(floor.connection).toHaveText('Cập nhật trực tiếp');

  await floor.cutOff();
  await expect(floor.connection).toHaveText('Mất kết nối trực tiếp');
  await expect(quan.page.getByText('thông tin dưới đây có thể đã cũ')).toBeVisible();
  await office.control.ring('0911223702', { agent: '5001' });
  await lan.dock.card('0911 223 702').shows('Cuộc gọi đến');
  floor.mend();
  await expect(floor.connection).toHaveText('Cập nhật trực tiếp', { timeout: 20_000 });
  await floor.shows(LAN.name, 'Đang đổ chuông');
  await lan.dock.card('0911 223 702').reject();
});

test('in English on a small screen, and by team', async ({ office }) => {
  const admin = await office.member(ADMIN, { ...SMALL, language: 'en', at: '/floor' });
  const floor = new Floor(admin.page);
  await expect(floor.connection).toHaveText('Live');
  await expect(floor.row(HUNG.name)).toBeVisible();
  await isAccessible(admin.page, 'the floor on a small screen');
  const wide = await admin.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, 'nothing is wider than the screen').toBeLessThanOrEqual(390);
  const teams = admin.page.getByRole('combobox', { name: 'Team' });
  const [, first] = await teams.getByRole('option').allTextContents();
  await teams.selectOption({ label: first });
  await expect(admin.page).toHaveURL(/team=/);
  const shown = admin.page.getByRole('main').getByRole('row').filter({ has: admin.page.getByRole('link') });
  await expect(shown.first()).toContainText(first);
});

test('agents do not watch the floor', async ({ office }) => {
  office.watch.expect(/floor/);
  const lan = await office.member(LAN, { at: '/floor' });
  await expect(lan.frame.navigation.getByRole('link', { name: 'Trực tiếp' })).toHaveCount(0);
  await expect(lan.page.getByRole('main').getByText('Bạn không có quyền làm việc này.')).toBeVisible();
});
