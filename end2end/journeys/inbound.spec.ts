import { talk } from '../support/audio';
import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a customer calls the hotline, the record is open, they talk, and the call is in the log', async ({ office }) => {
  const lan = await office.agent(LAN);
  const id = await lan.hasCustomer('Hoàng Thị Gọi', '0911222301', { company: 'Gốm Bát Tràng' });
  const customer = await office.phone('0911222301');

  await customer.callHotline();
  const card = lan.dock.card('Hoàng Thị Gọi');
  await card.shows('Cuộc gọi đến');
  await card.shows('0911 222 301');
  await card.shows('Gốm Bát Tràng');
  await expect(lan.page, 'the record opens by itself').toHaveURL(new RegExp(`/customers/${id}$`));
  await expect(lan.page).toHaveTitle(/^🔔 /);

  await card.answer();
  await card.shows('Đang đàm thoại');
  await customer.is('talking');
  await talk(lan.page, customer.page);
  await card.shows(/^0:0[1-9]$/);
  await card.note('Hỏi giá bộ ấm chén');
  await card.shows('Đã lưu');

  await card.hangUp();
  await card.shows('Đã kết thúc');
  await customer.is('ended');
  await card.done();

  await lan.frame.go('calls');
  const row = lan.calls.rows('Hoàng Thị Gọi').first();
  await expect(row).toContainText('Gọi đến');
  await expect(row).toContainText('Đã đàm thoại');
  await expect(row).toContainText('Hỏi giá bộ ấm chén');
  await lan.calls.openStory('Hoàng Thị Gọi');
  await expect(lan.calls.facts).toContainText([
    'Cuộc gọi đến từ 0911222301',
    'Nhân viên bấm nghe',
    'Nhân viên bắt máy',
    'Nhân viên bấm gác máy',
    'Cuộc gọi kết thúc',
  ]);
  await expect(lan.page.getByText(/^\d{14}-[A-Z]{8}-\d+$/), "the provider's id").toBeVisible();
  await office.control.isQuiet();
});

test('the customer hangs up first', async ({ office }) => {
  const lan = await office.agent(LAN);
  const customer = await office.phone('0911222302');
  await customer.callHotline();
  const card = lan.dock.card('0911 222 302');
  await card.answer();
  await customer.is('talking');
  await customer.hangUp();
  await card.shows('Đã kết thúc');
  await office.control.isQuiet();
});

test('a call nobody takes is a missed call, and its card stays', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Vũ Gọi Nhỡ', '0911222303');
  await office.control.ring('0911222303', { agent: '5001', patience_ms: 1500 });
  const card = lan.dock.card('Vũ Gọi Nhỡ');
  await card.shows('Cuộc gọi đến');
  await card.shows('Cuộc gọi nhỡ');
  await expect(card.button('Trả lời')).toHaveCount(0);
  await lan.frame.go('calls');
  await expect(lan.calls.rows('Vũ Gọi Nhỡ').first()).toContainText('Cuộc gọi nhỡ');
});

test('a caller who hangs up at once leaves a card with the number', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911222304', { agent: '5001', patience_ms: 250 });
  const card = lan.dock.card('0911 222 304');
  await card.shows('Cuộc gọi nhỡ');
  await card.shows('Chưa có trong danh bạ');
});

test('a call that is refused is told apart from a missed one', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911222305', { agent: '5001' });
  const card = lan.dock.card('0911 222 305');
  await card.reject();
  await card.shows('Đã từ chối');
  await lan.frame.go('calls');
  await expect(lan.calls.rows('0911 222 305').first()).toContainText('Đã từ chối');
  await office.control.isQuiet();
});

test('a second call has its own card', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Khách Thứ Nhất', '0911222306');
  await lan.hasCustomer('Khách Thứ Hai', '0911222307');
  await office.control.ring('0911222306', { agent: '5001', talk_ms: 300 });
  const first = lan.dock.card('Khách Thứ Nhất');
  await first.answer();
  await first.shows('Đã kết thúc');
  await first.note('Còn đang ghi');
  await office.control.ring('0911222307', { agent: '5001' });
  const second = lan.dock.card('Khách Thứ Hai');
  await second.answer();
  await second.shows('Đang đàm thoại');
  await expect(lan.dock.cards).toHaveCount(2);
  await first.shows('Đã kết thúc');
  await second.hangUp();
  await second.shows('Đã kết thúc');
});

for (const [rule, ms] of [['early', 0], ['late', 700], ['never', 0]] as const) {
  test(`a call whose id comes ${rule} is one call`, async ({ office }) => {
    const lan = await office.agent(LAN);
    await office.control.callIds(rule, ms);
    await office.control.ring('0911222308', { agent: '5001' });
    const card = lan.dock.card('0911 222 308');
    await card.answer();
    await card.shows('Đang đàm thoại');
    await expect(lan.dock.cards).toHaveCount(1);
    if (rule === 'late') await office.control.sees('0911222308', 'talking');
    await card.hangUp();
    await card.shows('Đã kết thúc');
    await lan.frame.go('calls');
    await expect(lan.calls.rows('0911 222 308').first()).toContainText('Đã đàm thoại');
  });
}
