import { isAccessible } from '../support/accessible';
import type { Member } from '../support/member';
import { grouped } from '../support/numbers';
import type { Office } from '../support/office';
import type { CallCard } from '../support/pages/call-card';
import { live } from '../support/pages/live';
import { HUNG, LAN } from '../support/people';
import { expect, test } from '../support/test';

/** A call that was talked and is over; its card waits for what there is to say. */
async function overWith(office: Office, lan: Member, number: string, name = grouped(number)): Promise<CallCard> {
  await office.control.ring(number, { agent: lan.person.seat });
  const card = lan.dock.card(name);
  await card.answer();
  await card.shows(lan.words.state.talking);
  await card.hangUp();
  await card.shows(lan.words.state.ended);
  await expect(card.root.getByRole('group', { name: lan.words.disposition })).toBeVisible();
  return card;
}

async function reload(lan: Member): Promise<void> {
  await lan.page.reload();
  await live(lan.page);
}

test('after a call one says what it came to and what is next, with a reload in between', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Khách Ghi Nhận', '0911223801');
  let card = await overWith(office, lan, '0911223801', 'Khách Ghi Nhận');
  await isAccessible(lan.page, 'wrap-up');
  await card.disposition('Hẹn gọi lại').check();
  await card.note('Muốn xem bảng giá trước');
  await card.button('Ngày mai 9:00').click();
  await expect(card.root.getByLabel('Việc', { exact: true })).toHaveValue('Gọi lại Khách Ghi Nhận');
  await card.root.getByLabel('Việc', { exact: true }).fill('Gửi bảng giá Khách Ghi Nhận');
  await card.shows('Đã lưu');

  await reload(lan);
  card = lan.dock.card('Khách Ghi Nhận');
  await expect(card.disposition('Hẹn gọi lại')).toBeChecked();
  await expect(card.root.getByLabel('Ghi chú cuộc gọi')).toHaveValue('Muốn xem bảng giá trước');
  await expect(card.root.getByLabel('Việc', { exact: true })).toHaveValue('Gửi bảng giá Khách Ghi Nhận');
  await card.done();
  await expect(lan.frame.told('Đã ghi nhận cuộc gọi')).toBeVisible();

  await lan.frame.go('calls');
  await lan.calls.openStory('Khách Ghi Nhận');
  await expect(lan.page.getByRole('combobox', { name: 'Kết quả cuộc gọi' })).toHaveValue(/.+/);
  await expect(lan.tasks.row('Gửi bảng giá Khách Ghi Nhận')).toBeVisible();
  await lan.frame.navigation.getByRole('link', { name: /^Việc cần làm/ }).click();
  await expect(lan.tasks.group('Sắp tới').getByText('Gửi bảng giá Khách Ghi Nhận')).toBeVisible();
  await lan.tasks.row('Gửi bảng giá Khách Ghi Nhận').getByRole('link', { name: 'Khách Ghi Nhận' }).click();
  await expect(lan.tasks.group('Việc cần làm').getByText('Gửi bảng giá Khách Ghi Nhận')).toBeVisible();
});

test('what was left on one computer is written up on another, with a number key', async ({ office }) => {
  const first = await office.agent(LAN);
  await overWith(office, first, '0911223802');
  await first.page.goto('about:blank');
  const lan = await office.member(LAN);
  const card = lan.dock.card('0911 223 802');
  await expect(card.root).toBeVisible();
  await lan.page.locator('body').press('3');
  await expect(card.disposition('Đang cân nhắc')).toBeChecked();
  await card.done();
  await reload(lan);
  await expect(lan.page.getByRole('main')).toBeVisible();
  await lan.frame.go('calls');
  await lan.calls.openStory('0911 223 802');
  const chosen = lan.page.getByRole('combobox', { name: 'Kết quả cuộc gọi' });
  await expect(chosen.locator('option:checked')).toHaveText('Đang cân nhắc');
  await chosen.selectOption({ label: 'Chốt đơn' });
  await expect(lan.frame.told('Đã lưu kết quả cuộc gọi')).toBeVisible();
});

test('a missed call leaves nothing to say', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911223803', { agent: '5001', patience_ms: 300 });
  const card = lan.dock.card('0911 223 803');
  await card.shows('Cuộc gọi nhỡ');
  await expect(card.root.getByRole('group', { name: 'Kết quả cuộc gọi' })).toHaveCount(0);
  await card.done();
});

test('offline, what is said after a call is kept and arrives later', async ({ office }) => {
  office.watch.expect(/ERR_INTERNET_DISCONNECTED|api\//);
  const lan = await office.agent(LAN);
  const card = await overWith(office, lan, '0911223804');
  await lan.context.route('**/api/wrap-up/save', (route) => route.abort('internetdisconnected'));
  await card.disposition('Chốt đơn').check();
  await card.done();
  await lan.context.unroute('**/api/wrap-up/save');
  await lan.frame.go('calls');
  await lan.calls.openStory('0911 223 804');
  const chosen = lan.page.getByRole('combobox', { name: 'Kết quả cuộc gọi' });
  await expect(chosen.locator('option:checked')).toHaveText('Chốt đơn', { timeout: 20_000 });
});

test('tasks: overdue is seen, a number dials, done and taken back; English, on a small screen', async ({ office }) => {
  const setup = { viewport: { width: 390, height: 844 }, hasTouch: true, language: 'en' as const };
  const hung = await office.member(HUNG, { ...setup, at: '/tasks' });
  await hung.tasks.add('Deliver the contract', '2026-01-05T09:00');
  await expect(hung.tasks.group('Overdue').getByText('Deliver the contract')).toBeVisible();
  await isAccessible(hung.page, 'tasks on a small screen');
  const overflow = await hung.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await hung.tasks.finish('Deliver the contract');
  await hung.page.getByRole('radio', { name: 'Done' }).check({ force: true });
  // The list of what is open stays until the other one is there, and says of the task that it is done, too.
  await expect(hung.tasks.group('Overdue')).toHaveCount(0);
  await expect(hung.page).toHaveURL(/done=1/);
  await expect(hung.tasks.row('Deliver the contract')).toContainText('Done by');
  await hung.page.getByRole('button', { name: 'Reopen: Deliver the contract' }).click();
  await expect(hung.page.getByRole('button', { name: 'Mark as done: Deliver the contract' })).toBeVisible();
});

test('a task without a title or time is refused at its fields', async ({ office }) => {
  const lan = await office.member(LAN, { at: '/tasks' });
  await lan.page.getByRole('button', { name: 'Thêm việc' }).first().click();
  await lan.page.getByRole('button', { name: 'Lưu việc' }).click();
  await expect(lan.tasks.title).toHaveAccessibleDescription('Hãy điền ô này.');
  await lan.tasks.title.fill('Kiểm tra kho');
  await lan.page.getByRole('main').getByRole('button', { name: 'Ngày mai 9:00' }).click();
  await lan.page.getByRole('button', { name: 'Lưu việc' }).click();
  await expect(lan.tasks.group('Sắp tới').getByText('Kiểm tra kho')).toBeVisible();
});
