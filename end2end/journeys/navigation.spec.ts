import { talk } from '../support/audio';
import { live } from '../support/pages/live';
import { Log } from '../support/pages/log';
import { LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('a call and its sound survive every page', async ({ office }) => {
  const [lan, customer] = await Promise.all([office.agent(LAN), office.phone('0911223001')]);
  await customer.callHotline();
  const card = lan.dock.card('0911 223 001');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.note('Viết dở');
  await lan.frame.go('calls');
  await card.shows('Đang đàm thoại');
  await lan.frame.go('customers');
  await lan.customers.startNew();
  await lan.page.goBack();
  await expect(card.root.getByLabel('Ghi chú cuộc gọi')).toHaveValue('Viết dở');
  await talk(lan.page, customer.page);
  await card.hangUp();
  await customer.is('ended');
});

test('agents see their own calls, managers everybody’s', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911223002', { agent: '5001', patience_ms: 300 });
  await lan.dock.card('0911 223 002').shows('Cuộc gọi nhỡ');
  const quan = await office.member(QUAN, { at: '/calls' });
  await expect(quan.frame.heading('Tất cả cuộc gọi')).toBeVisible();
  await expect(quan.calls.rows('0911 223 002').first()).toContainText(LAN.name);
  const agents = await new Log(quan.page).add('Nhân viên');
  await agents.getByLabel(QUAN.name).check();
  await expect(quan.calls.rows('0911 223 002')).toHaveCount(0);
});

test('an address without a page says so', async ({ office }) => {
  office.watch.expect(/404/);
  const lan = await office.member(LAN, { at: '/khong-co-trang-nay' });
  await expect(lan.frame.heading('Không có trang này')).toBeVisible();
});

test('a page whose files are gone is asked of the server as a whole', async ({ office }) => {
  office.watch.expect(/404|Failed to fetch|split|wasm|HTTP status code/i);
  const lan = await office.member(LAN, { at: '/customers' });
  const gone = /\/pkg\/(split|chunk)_/;
  // Once: the page that the server sends whole may ask for them before we are told of the refusal.
  await lan.page.route(gone, (route) => route.fulfill({ status: 404 }), { times: 1 });
  const [loaded, refused] = [lan.page.waitForEvent('load'), lan.page.waitForResponse(gone)];
  await lan.frame.go('calls');
  await refused;
  await loaded;
  await expect(lan.page).toHaveURL(/\/calls$/);
  await live(lan.page);
  await lan.frame.go('customers');
  await lan.page.goBack();
  await expect(lan.page).toHaveURL(/\/calls$/);
});
