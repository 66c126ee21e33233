import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('one tab has the voice; another shows it, and takes it when asked to', async ({ office }) => {
  const first = await office.agent(LAN);
  const second = await first.anotherTab('/calls');
  await second.dock.shows('Đang mở ở nơi khác');
  await first.dock.isReady();

  await office.control.ring('0911222901', { agent: '5001', patience_ms: 20_000 });
  await first.dock.card('0911 222 901').shows('Cuộc gọi đến');
  await second.dock.card('0911 222 901').shows('Cuộc gọi đến');
  await first.dock.card('0911 222 901').reject();
  await expect(second.dock.cards).toHaveCount(0);
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

test('a call is answered and ended from a tab that only shows it', async ({ office }) => {
  const first = await office.agent(LAN);
  const second = await first.anotherTab('/calls');
  await second.dock.shows('Đang mở ở nơi khác');
  await office.control.ring('0911222911', { agent: '5001', patience_ms: 20_000 });
  const [here, there] = [first.dock.card('0911 222 911'), second.dock.card('0911 222 911')];
  await there.answer();
  await here.shows('Đang đàm thoại');
  await there.shows('Đang đàm thoại');
  await there.shows('Âm thanh ở thẻ khác');

  const third = await first.anotherTab();
  await third.dock.card('0911 222 911').shows('Đang đàm thoại');
  await third.dock.card('0911 222 911').hangUp();
  await here.shows('Đã kết thúc');
  await expect(second.dock.cards).toHaveCount(0);
  await expect(third.dock.cards).toHaveCount(0);
});

test('a number is dialled from a tab that only shows the telephone', async ({ office }) => {
  const first = await office.agent(LAN);
  const [second, customer] = await Promise.all([first.anotherTab('/calls'), office.phone('0911222912')]);
  await second.dock.shows('Đang mở ở nơi khác');
  await second.dock.dial('0911 222 912');
  await first.dock.card('0911 222 912').shows('Đang đổ chuông');
  await customer.answer();
  await second.dock.card('0911 222 912').shows('Đang đàm thoại');
  await second.dock.card('0911 222 912').hangUp();
  await customer.is('ended');
  await expect(second.dock.cards).toHaveCount(0);
});

test('who takes the telephone to another tab in a call is asked, and told what will happen', async ({ office }) => {
  const first = await office.agent(LAN);
  const second = await first.anotherTab('/calls');
  await office.control.ring('0911222913', { agent: '5001', patience_ms: 20_000 });
  const card = first.dock.card('0911 222 913');
  await card.answer();
  await second.dock.card('0911 222 913').shows('Đang đàm thoại');

  const question = second.frame.question('Đang có cuộc gọi ở thẻ khác');
  await second.dock.button('Nghe gọi ở đây').click();
  await expect(question).toContainText('cuộc gọi sẽ bị ngắt ngay');
  await question.getByRole('button', { name: 'Để nguyên cuộc gọi' }).click();
  await card.shows('Đang đàm thoại');

  await second.dock.button('Nghe gọi ở đây').click();
  await question.getByRole('button', { name: 'Chuyển về đây và ngắt cuộc gọi' }).click();
  await second.dock.isReady();
  await first.dock.shows('Đang mở ở nơi khác');
  await second.calls.openStory('0911 222 913');
  await expect(second.calls.facts).toContainText(['Một cửa sổ hoặc máy tính khác đã nhận phần thoại']);
});

test('when the tab with the telephone is closed, another takes it by itself', async ({ office }) => {
  const first = await office.agent(LAN);
  const second = await first.anotherTab('/calls');
  await second.dock.shows('Đang mở ở nơi khác');
  await first.page.close();
  await second.dock.isReady();
  await office.control.canRing(LAN);
  await office.control.ring('0911222914', { agent: '5001', patience_ms: 20_000 });
  await second.dock.card('0911 222 914').shows('Cuộc gọi đến');
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

test('loading the page again keeps the voice in this tab, though another waits for it', async ({ office }) => {
  const first = await office.agent(LAN);
  const second = await first.anotherTab('/calls');
  await second.dock.shows('Đang mở ở nơi khác');
  await first.open('/calls');
  await first.dock.isReady();
  await second.dock.shows('Đang mở ở nơi khác');
});
