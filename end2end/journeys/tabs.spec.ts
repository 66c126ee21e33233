import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a second tab leaves the voice where it is, until it is asked to take it', async ({ office }) => {
  const first = await office.agent(LAN);
  const second = await first.anotherTab('/calls');
  await second.dock.shows('Đang mở ở nơi khác');
  await first.dock.isReady();

  await office.control.ring('0911222901', { agent: '5001', patience_ms: 4000 });
  await first.dock.card('0911 222 901').shows('Cuộc gọi đến');
  await expect(second.dock.cards).toHaveCount(0);
  await first.dock.card('0911 222 901').reject();
  await office.control.isQuiet();

  await second.dock.button('Nghe gọi ở đây').click();
  await second.dock.isReady();
  await first.dock.shows('Đang mở ở nơi khác');
  await office.control.canRing(LAN);
  await office.control.ring('0911222902', { agent: '5001' });
  const card = second.dock.card('0911 222 902');
  await card.answer();
  await card.shows('Đang đàm thoại');
});

test('another computer takes the voice, and the live call ends with the reason', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911222903', { agent: '5001' });
  const card = lan.dock.card('0911 222 903');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await office.control.steal('5001');
  await lan.dock.shows('Đang mở ở nơi khác');
  await card.shows('Đã kết thúc');
  await lan.frame.go('calls');
  await lan.calls.openStory('0911 222 903');
  await expect(lan.calls.facts).toContainText(['Một cửa sổ hoặc máy tính khác đã nhận phần thoại']);
});

test('loading the page again keeps the voice in this tab', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.open('/calls');
  await lan.dock.isReady();
  await office.control.canRing(LAN);
  await office.control.ring('0911222904', { agent: '5001' });
  await lan.dock.card('0911 222 904').shows('Cuộc gọi đến');
});
