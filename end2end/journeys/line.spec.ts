import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('while the provider is down the CRM works, and the telephone comes back by itself', async ({ office }) => {
  office.watch.expect(/telephone\/ticket/, /503/, /thirdParty/);
  await office.control.login('down');
  const lan = await office.member(LAN);
  await lan.dock.shows('Tổng đài chưa dùng được');
  await lan.hasCustomer('Khách Lúc Hỏng', '0911223101');
  await office.control.login('up');
  await lan.dock.isReady();
  await office.control.canRing(LAN);
  await office.control.ring('0911223101', { agent: '5001' });
  await lan.dock.card('Khách Lúc Hỏng').shows('Cuộc gọi đến');
});

test('a dropped connection is made again without a reload', async ({ office }) => {
  office.watch.expect(/WebSocket/);
  const lan = await office.agent(LAN);
  await lan.page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await office.control.drop('5001', 1500);
  await lan.dock.shows(/Đang nối lại|Mất kết nối|Đang kết nối/);
  await lan.dock.isReady();
  await office.control.canRing(LAN);
  await office.control.ring('0911223102', { agent: '5001' });
  const card = lan.dock.card('0911 223 102');
  await card.answer();
  await card.shows('Đang đàm thoại');
  expect(await lan.page.evaluate(() => 'notReloaded' in window)).toBe(true);
});

test('an expired token is renewed without a reload', async ({ office }) => {
  office.watch.expect(/WebSocket/, /check-partner/, /401/);
  const lan = await office.agent(LAN);
  await lan.page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await office.control.expire('5001');
  await office.control.drop('5001');
  await lan.dock.shows(/Đang nối lại|Mất kết nối|Đang kết nối|Tổng đài từ chối/);
  await expect(lan.dock.root.getByText('Đang nhận cuộc gọi').filter({ visible: true }).first()).toBeVisible({ timeout: 45_000 });
  await office.control.canRing(LAN);
  expect(await lan.page.evaluate(() => 'notReloaded' in window)).toBe(true);
});

test('an agent takes a break and comes back', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.dock.button('Tạm nghỉ').click();
  await lan.dock.shows('Đang tạm nghỉ');
  expect((await office.control.agent('5001')).status).toBe('away');
  await lan.dock.button('Nhận cuộc gọi').click();
  await lan.dock.isReady();
  expect((await office.control.agent('5001')).status).toBe('available');
});

test('calls can go to another device', async ({ office }) => {
  const lan = await office.agent(LAN);
  const device = lan.dock.root.getByLabel('Thiết bị nghe gọi');
  await device.selectOption({ label: 'Di động' });
  await lan.dock.root.getByLabel('Số di động nhận cuộc gọi').fill('0987 654 321');
  await lan.dock.button('Dùng số này').click();
  await expect(device.getByRole('option', { selected: true })).toHaveText(/Di động/);
  await device.selectOption({ label: 'Trình duyệt này' });
  await expect(device.getByRole('option', { selected: true })).toHaveText('Trình duyệt này');
});

test('who misses a call gets no more until they say so', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.patience({ agent_ms: 700 });
  await office.control.ring('0911223103', { agent: '5001' });
  await lan.dock.card('0911 223 103').shows('Cuộc gọi nhỡ');
  await lan.dock.shows('Vừa lỡ cuộc gọi, đang tạm ngưng');
  await lan.dock.button('Nhận cuộc gọi').click();
  await lan.dock.isReady();
});

test('whoever leaves is signed off at the provider', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.page.goto('about:blank');
  await expect.poll(async () => (await office.control.agent('5001')).pages, 'open pages of Lan').toBe(0);
  await expect.poll(async () => (await office.control.agent('5001')).registered, 'whether Lan can be rung').toBe(false);
});
