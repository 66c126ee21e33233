import { isAccessible } from '../support/accessible';
import type { Member } from '../support/member';
import { ADMIN, HUNG, LAN } from '../support/people';
import type { Office } from '../support/office';
import { expect, test } from '../support/test';

test.use({ house: 'recordings' });
// The history is read every ten seconds while a recording is awaited.
test.slow();

const PATIENCE = { timeout: 60_000 };

/** Lan talks with a virtual customer for some seconds; the page of the call is open. */
async function talked(office: Office, lan: Member, number: string, shown: string): Promise<void> {
  await office.control.history({ recording_ms: 500 });
  await office.control.ring(number, { agent: '5001', talk_ms: 6_000 });
  const card = lan.dock.card(shown);
  await card.answer();
  await card.shows(lan.words.state.talking);
  await card.shows(lan.words.state.ended);
  await lan.calls.open();
  await lan.calls.openStory(shown);
}

test('a call is listened to on its page, from anywhere in it, and that is written down', async ({ office }) => {
  const lan = await office.agent(LAN);
  await talked(office, lan, '0911223801', '0911 223 801');
  const player = lan.page.getByRole('group', { name: 'Ghi âm' });
  await expect(player.or(lan.page.getByText('Bản ghi âm sẽ có sau ít giây.')).first()).toBeVisible();
  await expect(player).toBeVisible(PATIENCE);

  const sound = lan.page.waitForResponse((answer) => answer.url().includes('/recording?listening='));
  await player.getByRole('button', { name: 'Nghe' }).click();
  expect([200, 206]).toContain((await sound).status());
  await expect(player.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
  const position = player.getByRole('slider', { name: 'Vị trí nghe' });
  await expect(position).toHaveAttribute('aria-valuetext', /^0:01 trong 0:0[67]$/);
  await player.getByRole('button', { name: 'Tạm dừng' }).click();
  await position.focus();
  await position.press('End');
  await position.press('ArrowLeft');
  await expect(position).toHaveAttribute('aria-valuetext', /^0:0[56] trong/);
  await position.press('Home');
  await expect(position).toHaveAttribute('aria-valuetext', /^0:00 trong/);
  await player.getByRole('combobox', { name: 'Tốc độ' }).selectOption('2');
  const rate = () => lan.page.locator('audio').last().evaluate((audio) => (audio as HTMLAudioElement).playbackRate);
  await expect.poll(rate).toBe(2);
  await isAccessible(lan.page, 'the page of a recorded call');

  const address = new URL(lan.page.url()).pathname;
  const html = await (await lan.context.request.get(address)).text();
  expect(html, "the provider's address stays on the server").not.toContain('/recordings/');
  const hung = await office.member(HUNG);
  expect((await hung.context.request.get(`${address}/recording`)).status(), "a colleague's call").toBe(403);
});

test('a recording that cannot be fetched says so and can be tried again', async ({ office }) => {
  office.watch.expect(/recording/);
  const lan = await office.agent(LAN, { language: 'en', viewport: { width: 390, height: 844 } });
  await talked(office, lan, '0911223802', '0911 223 802');
  const player = lan.page.getByRole('group', { name: 'Recording' });
  await expect(player).toBeVisible(PATIENCE);
  await office.control.history({ answer: 'private' });
  await player.getByRole('button', { name: 'Play' }).click();
  await expect(lan.page.getByText('The recording could not be fetched from the phone system.')).toBeVisible();
  await office.control.history({ answer: 'up' });
  await lan.page.getByRole('button', { name: 'Try again' }).click();
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(lan.page.getByText('The recording could not be fetched')).toHaveCount(0);
  await isAccessible(lan.page, 'the page of a recorded call on a telephone');
});

test('a call whose tab died ends as the history says', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911223803', { agent: '5001' });
  const card = lan.dock.card('0911 223 803');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await expect.poll(async () => (await lan.context.request.get('/health')).ok()).toBe(true);
  await lan.page.close({ runBeforeUnload: false });
  await office.control.isQuiet();
  const admin = await office.member(ADMIN, { at: '/calls' });
  const outcome = async () => {
    await admin.calls.open();
    return admin.calls.rows('0911 223 803').first().innerText();
  };
  await expect.poll(outcome, { message: 'the call is over, and not only presumed to be', ...PATIENCE }).toContain('Đã đàm thoại');
  await admin.calls.openStory('0911 223 803');
  await expect(admin.calls.facts.filter({ hasText: 'Lịch sử của nhà mạng' })).toHaveCount(1);
  await expect(admin.calls.rows('0911 223 803')).toHaveCount(0);
});

test('a call that the history told of before the page did is in the open log once', async ({ office }) => {
  office.watch.expect(/Failed to load resource|net::ERR_/);
  const lan = await office.agent(LAN);
  // A recording that is awaited for long.
  await office.control.history({ recording_ms: 40_000 });
  await office.control.ring('0911223804', { agent: '5001', talk_ms: 1_000 });
  const before = lan.dock.card('0911 223 804');
  await before.answer();
  await before.shows('Đã kết thúc');
  await before.done();
  for (const away of ['**/api/calls/report*', '**/api/calls/pop*']) {
    await lan.context.route(away, (route) => route.abort('internetdisconnected'));
  }
  await office.control.ring('0911223805', { agent: '5001', patience_ms: 300 });
  await lan.dock.card('0911 223 805').shows('Cuộc gọi nhỡ');
  const log = async () => (await lan.context.request.get('/calls')).text();
  await expect.poll(async () => (await log()).includes('0911 223 805'), PATIENCE).toBe(true);
  await lan.frame.go('calls');
  const rows = lan.calls.rows('0911 223 805');
  await expect(rows).toHaveCount(1);
  const story = () => rows.first().locator('[data-row]').getAttribute('href');
  const told = await story();

  await lan.context.unrouteAll();
  await expect.poll(story, { message: 'the call as the page tells it', ...PATIENCE }).not.toBe(told);
  await expect(rows, 'what the history told belongs to it now').toHaveCount(1);
});

test('an admin sets the history up and sees how reading it goes', async ({ office }) => {
  office.watch.expect(/telephone\/history/);
  const admin = await office.member(ADMIN, { at: '/settings/telephone' });
  const panel = admin.page.locator('form').filter({ has: admin.page.getByRole('heading', { name: 'Lịch sử cuộc gọi của tổng đài' }) });
  await panel.getByRole('button', { name: 'Hỏi thử' }).click();
  await expect(panel.getByText('Tổng đài trả lời được.')).toBeVisible();
  await office.control.history({ answer: 'limited' });
  await panel.getByRole('button', { name: 'Hỏi thử' }).click();
  await expect(panel.getByRole('status')).toContainText('Tổng đài đang bị hỏi quá nhiều.');
  await office.control.history({ answer: 'up' });
  await panel.getByLabel('Khóa lịch sử').fill('not-the-key');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(admin.frame.told('Đã lưu lịch sử cuộc gọi')).toBeVisible();
  await panel.getByRole('button', { name: 'Hỏi thử' }).click();
  await expect(panel.getByRole('status')).toContainText('Tổng đài từ chối khóa truy cập');
  await panel.getByLabel('Địa chỉ lịch sử').fill('ftp://nowhere');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.getByLabel('Địa chỉ lịch sử')).toHaveAttribute('aria-invalid', 'true');
  await admin.open('/settings/telephone');
  await panel.getByLabel('Khóa lịch sử').fill('sandbox-history-key');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(admin.frame.told('Đã lưu lịch sử cuộc gọi').last()).toBeVisible();
  await expect(async () => {
    await admin.open('/settings/telephone');
    await expect(panel.getByText('Đang đọc')).toBeVisible({ timeout: 1_000 });
  }).toPass(PATIENCE);
  await isAccessible(admin.page, 'the telephone settings');
});
