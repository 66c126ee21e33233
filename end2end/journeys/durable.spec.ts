import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a page that is loaded again in a call goes on with what is left to do', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911225901', { agent: '5001' });
  const card = lan.dock.card('0911 225 901');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await lan.page.reload();
  await card.shows('Đã kết thúc');
  await card.shows('Trang đã bị đóng khi đang gọi');
  await lan.dock.isReady();
  await lan.frame.go('calls');
  await expect(lan.calls.rows('0911 225 901').first()).toContainText('Đã đàm thoại');
});

test('a tab that is killed in a call leaves no call that goes on for ever', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911225902', { agent: '5001' });
  const card = lan.dock.card('0911 225 902');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await lan.dies();

  const again = await lan.anotherTab('/calls');
  await again.dock.card('0911 225 902').shows('Trang đã bị đóng khi đang gọi');
  await again.dock.isReady();
  await expect(again.calls.rows('0911 225 902')).toHaveCount(1);
  await expect(again.calls.rows('0911 225 902')).toContainText('Đã đàm thoại');
  await again.calls.openStory('0911 225 902');
  await expect(again.calls.facts).toContainText(['Nhân viên bắt máy', 'Cuộc gọi kết thúc']);
});

test('another tab goes on when the one with the telephone is killed', async ({ office }) => {
  const lan = await office.agent(LAN);
  const other = await lan.anotherTab('/calls');
  await other.dock.shows('Đang mở ở nơi khác');
  await lan.dies();
  await other.dock.isReady();
});

test('what happened while the server was away arrives later, from another tab if need be', async ({ office }) => {
  office.watch.expect(/Failed to load resource|net::ERR_/);
  const lan = await office.agent(LAN);
  for (const away of ['**/api/calls/report*', '**/api/calls/pop*', '**/api/calls/hand-in-note*']) {
    await lan.context.route(away, (route) => route.abort('internetdisconnected'));
  }
  await office.control.ring('0911225903', { agent: '5001' });
  const card = lan.dock.card('0911 225 903');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.note('Hẹn thứ Sáu');
  await lan.dock.shows(/chưa gửi được về máy chủ/);
  await card.hangUp();
  await card.shows('Đã kết thúc');
  await lan.dies();

  await lan.context.unrouteAll();
  const again = await lan.anotherTab('/calls');
  await expect(again.calls.rows('0911 225 903')).toContainText('Đã đàm thoại');
  await again.calls.openStory('0911 225 903');
  await expect(again.page.getByRole('main').getByRole('textbox').first()).toHaveValue('Hẹn thứ Sáu');
});

test('a call out is written down before the provider is asked to dial', async ({ office }) => {
  office.watch.expect(/Failed to load resource|net::ERR_/);
  const lan = await office.member(LAN, { at: '/calls' });
  // In the provider's frame too: what does the browser keep when the order to dial arrives there?
  await lan.context.addInitScript(() => {
    window.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string' || !data.includes('"csCallout"') || !data.includes('"order"')) return;
      const kept = Object.entries(localStorage).filter(([key]) => key.startsWith('alo.outbox.'));
      Object.assign(window.top ?? window, { keptWhenDialled: kept.map(([, text]) => text) });
    });
  });
  await lan.context.route('**/api/calls/report*', (route) => route.abort('internetdisconnected'));
  await lan.context.route('**/api/calls/pop*', (route) => route.abort('internetdisconnected'));
  await lan.open('/calls');
  await lan.dock.isReady();
  await lan.dock.dial('0911 225 904');
  const kept = () => lan.page.evaluate(() => ('keptWhenDialled' in window ? (window.keptWhenDialled as string[]) : []));
  await expect.poll(kept, 'what was kept when the provider was asked').not.toEqual([]);
  expect((await kept()).join()).toContain('dial_wished');
  await lan.dock.card('0911 225 904').hangUp();
});

test('what the server refuses is put aside, said, and holds up nothing', async ({ office }) => {
  office.watch.expect(/Failed to load resource/);
  const lan = await office.agent(LAN);
  const refuse = '**/api/calls/report*';
  await lan.context.route('**/api/calls/pop*', (route) => route.abort('internetdisconnected'));
  office.watch.expect(/net::ERR_/);
  await lan.context.route(refuse, (route) => route.fulfill({ status: 403, json: 'Forbidden' }));
  await office.control.ring('0911224005', { agent: '5001', patience_ms: 300 });
  await lan.dock.card('0911 224 005').shows('Cuộc gọi nhỡ');
  await lan.dock.shows(/Máy chủ từ chối \d+ mục/);
  await lan.context.unrouteAll();
  await lan.dock.button('Gửi lại').click();
  await expect(lan.dock.button('Gửi lại')).toHaveCount(0);
  await lan.frame.go('calls');
  await expect(lan.calls.rows('0911 224 005')).toHaveCount(1);
});

test('a second computer says who has the telephone, and takes it', async ({ office }) => {
  const office5 = await office.agent(LAN);
  const home = await office.member(LAN, { at: '/calls' });
  await home.dock.shows(/đang nghe gọi, từ \d\d:\d\d/);
  await office5.dock.isReady();
  await home.dock.button('Nghe gọi ở đây').click();
  await home.dock.isReady();
  await office5.dock.shows(/đang nghe gọi, từ \d\d:\d\d/);
  await office.control.canRing(LAN);
  await office.control.ring('0911224006', { agent: '5001', patience_ms: 20_000 });
  await home.dock.card('0911 224 006').shows('Cuộc gọi đến');
  await expect(office5.dock.cards).toHaveCount(0);
});

test('a second computer asks before it cuts a call off', async ({ office }) => {
  const desk = await office.agent(LAN);
  await office.control.ring('0911224007', { agent: '5001', patience_ms: 20_000 });
  const card = desk.dock.card('0911 224 007');
  await card.answer();
  await card.shows('Đang đàm thoại');
  const home = await office.member(LAN, { at: '/calls' });
  await home.dock.shows(/đang có cuộc gọi/);
  const question = home.frame.question(/Đang có cuộc gọi trên/);
  await home.dock.button('Nghe gọi ở đây').click();
  await expect(question).toContainText('cuộc gọi trên máy đó sẽ bị ngắt ngay');
  await question.getByRole('button', { name: 'Để nguyên cuộc gọi' }).click();
  await card.shows('Đang đàm thoại');

  await home.dock.button('Nghe gọi ở đây').click();
  await question.getByRole('button', { name: 'Chuyển về đây và ngắt cuộc gọi' }).click();
  await home.dock.isReady();
  await desk.dock.shows(/đang nghe gọi, từ/);
  await card.shows('Đã kết thúc');
  await home.frame.go('customers');
  await home.frame.go('calls');
  await expect(home.calls.rows('0911 224 007').first()).toContainText('Đã đàm thoại');
});

test('the latest calls are one press from being dialled again, on a phone-sized screen and in English too', async ({ office }) => {
  const lan = await office.agent(LAN, { language: 'en', viewport: { width: 390, height: 844 } });
  await office.control.ring('0911224008', { agent: '5001', patience_ms: 300 });
  const card = lan.dock.card('0911 224 008');
  await card.shows('Missed');
  await card.done();
  const recent = lan.dock.root.getByRole('region', { name: 'Recent calls' });
  await recent.getByRole('button', { name: /0911 224 008/ }).click();
  await lan.dock.card('0911 224 008').hangUp();
});
