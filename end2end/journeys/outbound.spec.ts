import { talk } from '../support/audio';
import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a press on a number in the list calls the customer', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Đinh Được Gọi', '0911222501');
  const customer = await office.phone('0911222501');
  await lan.customers.search('Đinh Được Gọi');
  await lan.customers.row('Đinh Được Gọi').getByRole('button', { name: '0911 222 501' }).click();
  const card = lan.dock.card('Đinh Được Gọi');
  await card.shows('Đang đổ chuông');
  await customer.answer();
  await card.shows('Đang đàm thoại');
  await talk(lan.page, customer.page);
  await card.hangUp();
  await card.shows('Đã kết thúc');
  await customer.is('ended');
  await lan.frame.go('calls');
  await expect(lan.calls.rows('Đinh Được Gọi').first()).toContainText('Gọi đi');
  await lan.calls.openStory('Đinh Được Gọi');
  await expect(lan.calls.facts).toContainText([
    'Nhân viên bấm gọi',
    'Tổng đài nhận lệnh gọi',
    'Máy khách đổ chuông',
    'Khách bắt máy',
    'Nhân viên bấm gác máy',
    'Cuộc gọi kết thúc',
  ]);
  await office.control.isQuiet();
});

test('the dial pad calls a number, however it is written', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.dock.dial('+84 (911) 222.500');
  const card = lan.dock.card('0911 222 500');
  await card.shows('Đang đàm thoại');
  await office.control.sees('0911222500', 'talking');
  await card.hangUp();
  await card.shows('Đã kết thúc');
});

test('a number is put together key by key', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.dock.button('Bàn phím số').click();
  for (const key of '0911222600') await lan.dock.button(`Phím ${key}`).click();
  await lan.dock.button('Gọi').click();
  const card = lan.dock.card('0911 222 600');
  await card.shows('Đang đàm thoại');
  await card.hangUp();
  await card.shows('Đã kết thúc');
});

test('a call is given up before the customer answers', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.dock.dial('0911222560');
  const card = lan.dock.card('0911 222 560');
  await card.shows('Đang đổ chuông');
  await card.hangUp();
  await card.shows('Đã hủy trước khi khách bắt máy');
  await office.control.isQuiet();
});

test('what is no number is said before anything is dialled', async ({ office }) => {
  office.watch.expect(/calls\/dial-check/);
  const lan = await office.agent(LAN);
  await lan.dock.dial('12');
  await expect(lan.dock.cards).toHaveCount(0);
  await expect(lan.dock.root.getByRole('alert').filter({ hasText: /số/ })).toBeVisible();
});

test('a number that does not want calls is asked about first', async ({ office }) => {
  const lan = await office.agent(LAN);
  const id = await lan.hasCustomer('Lâm Đừng Gọi', '0911222502', { doNotCall: true });
  await lan.open(`/customers/${id}`);
  await lan.dock.isReady();
  await office.control.canRing(LAN);
  const question = lan.frame.question('Khách không muốn nhận cuộc gọi');
  await lan.record.number('0911 222 502').click();
  await expect(question).toContainText('Số 0911 222 502 của Lâm Đừng Gọi được đánh dấu “không gọi”.');
  await question.getByRole('button', { name: 'Không gọi', exact: true }).click();
  await expect(question).toBeHidden();
  await expect(lan.dock.cards).toHaveCount(0);
  await lan.record.number('0911 222 502').click();
  await question.getByRole('button', { name: 'Vẫn gọi' }).click();
  await lan.dock.card('Lâm Đừng Gọi').shows('Đang đàm thoại');
});

/** What an agent is told, by the last digits of a virtual customer's number: every row of the provider's error table. */
const FAILURES: [ending: string, what: string, advice: RegExp][] = [
  ['04', 'Không liên lạc được', /Kiểm tra lại số/],
  ['86', 'Máy bận', /Gọi lại sau ít phút/],
  ['08', 'Không bắt máy hoặc lỗi mạng', /báo quản trị viên/],
  ['03', 'Tổng đài bị khóa chiều gọi đi vì nợ cước', /thanh toán cước/],
  ['87', 'Không bắt máy', /Gọi lại vào lúc khác/],
  ['80', 'Thuê bao tạm thời không liên lạc được', /mất sóng/],
  ['50', 'Tổng đài báo lỗi SIP 500', /gửi mã lỗi này/],
  ['10', 'Không kết nối được thiết bị của bạn', /thiết bị nghe gọi/],
  ['11', 'Tổng đài cho rằng bạn đang có cuộc gọi', /đăng xuất rồi đăng nhập lại/],
  ['12', 'Máy lẻ của bạn chưa được phép gọi ra', /mở quyền gọi ra/],
  ['13', 'Tổng đài không kết nối được cuộc gọi', /Gọi lại/],
  ['15', 'Tổng đài không nhận lệnh gọi', /tải lại trang/],
];

test('every failure of a call out is told in words, and what to do', async ({ office }) => {
  const lan = await office.agent(LAN);
  for (const [ending, what, advice] of FAILURES) {
    await test.step(`${ending}: ${what}`, async () => {
      await lan.dock.dial(`09112226${ending}`);
      const card = lan.dock.card(`0911 222 6${ending}`);
      await card.shows(what);
      await card.shows(advice);
      await card.done();
    });
  }
  await lan.frame.go('calls');
  for (const [ending, what] of FAILURES) {
    await expect(lan.calls.rows(`0911 222 6${ending}`).first()).toContainText(what);
  }
  await office.control.isQuiet();
});
