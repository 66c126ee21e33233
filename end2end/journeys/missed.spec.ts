import { isAccessible } from '../support/accessible';
import type { Member } from '../support/member';
import type { Office } from '../support/office';
import { Missed } from '../support/pages/missed';
import { HA, HUNG, LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

/** A customer calls a member and gives up while it rings. */
async function calls(office: Office, member: Member, number: string, name: string): Promise<void> {
  await office.control.canRing(member.person);
  await office.control.ring(number, { agent: member.person.seat });
  const card = member.dock.card(name);
  await card.shows(member.words.state.ringingIn);
  await office.control.hangUp(number);
  await expect(card.button(member.words.answer)).toHaveCount(0);
  await card.done();
}

test('a customer who called twice is one item, and calling back closes it', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Trịnh Gọi Hụt', '0911224001');
  const inbox = new Missed(lan.page);
  await inbox.open();
  await calls(office, lan, '0911224001', 'Trịnh Gọi Hụt');
  await inbox.open();
  await expect(inbox.row('Trịnh Gọi Hụt')).toContainText('1 lần');
  await calls(office, lan, '0911224001', 'Trịnh Gọi Hụt');
  await inbox.open();
  const row = inbox.row('Trịnh Gọi Hụt');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('2 lần');
  await expect(row).toContainText(LAN.name);
  await expect(row).toContainText('Chưa ai nhận');
  await expect(lan.frame.navigation.getByRole('link', { name: /^Cuộc gọi nhỡ .*khách cần gọi lại/ })).toBeVisible();
  await isAccessible(lan.page, 'the inbox');

  await inbox.button('Trịnh Gọi Hụt', '0911 224 001').click();
  const card = lan.dock.card('Trịnh Gọi Hụt');
  await card.shows('Đang đàm thoại');
  await expect(row, 'it closes by itself, without a reload').toHaveCount(0);
  await card.hangUp();
  await card.shows('Đã kết thúc');

  await inbox.list('Đã xong');
  const done = inbox.row('Trịnh Gọi Hụt').first();
  await expect(done).toContainText('Đã gọi lại');
  await expect(done).toContainText(LAN.name);
  await done.getByRole('link', { name: 'Xem cuộc gọi' }).click();
  await expect(lan.calls.facts).toContainText(['Khách bắt máy']);
});

test('a manager gives items away together, and other teams do not see them', async ({ office }) => {
  const lan = await office.agent(LAN);
  const quan = await office.member(QUAN, { at: '/missed' });
  for (const [number, name] of [['0911224002', '0911 224 002'], ['0911224003', '0911 224 003']] as const) {
    await calls(office, lan, number, name);
  }
  const inbox = new Missed(quan.page);
  await expect(inbox.row('0911 224 002'), 'told at once').toHaveCount(1);
  await expect(inbox.row('0911 224 003')).toHaveCount(1);
  const ha = await office.member(HA, { at: '/missed' });
  const hung = await office.member(HUNG, { at: '/missed?which=mine' });
  await expect(new Missed(ha.page).row(/0911 224 00[23]/)).toHaveCount(0);
  await expect(new Missed(hung.page).row(/0911 224 00[23]/), 'nobody has it yet').toHaveCount(0);

  for (const name of ['0911 224 002', '0911 224 003']) await inbox.row(name).getByRole('checkbox').check();
  await quan.page.getByRole('button', { name: 'Giao cho…' }).click();
  const question = quan.frame.question('Giao 2 khách cần gọi lại cho ai?');
  await question.getByRole('combobox', { name: 'Người gọi lại' }).selectOption({ label: HUNG.name });
  await isAccessible(quan.page, 'to whom');
  await question.getByRole('button', { name: 'Giao', exact: true }).click();
  await expect(quan.frame.told('Đã giao 2 khách cần gọi lại')).toBeVisible();
  await expect(inbox.row('0911 224 002')).toContainText(HUNG.name);
  await expect(new Missed(hung.page).row(/0911 224 00[23]/), 'they come by themselves').toHaveCount(2);
  await new Missed(lan.page).open();
  await expect(new Missed(lan.page).row(/0911 224 00[23]/), 'they are a colleague’s now').toHaveCount(0);
});

test('on a small screen, in English: one takes an item, closes it with a reason, and opens it again', async ({ office }) => {
  office.watch.expect(/missed\/close/);
  const lan = await office.member(LAN, { language: 'en', viewport: { width: 390, height: 844 }, hasTouch: true });
  await office.control.canRing(LAN);
  await office.control.ring('0911224004', { agent: '5001', patience_ms: 300 });
  const inbox = new Missed(lan.page);
  await expect(async () => {
    await inbox.open();
    await expect(inbox.row('0911 224 004')).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  await inbox.button('0911 224 004', 'Take').click();
  await expect(lan.frame.told('You call this customer back')).toBeVisible();
  await expect(inbox.row('0911 224 004')).toContainText(LAN.name);
  const overflow = await lan.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'nothing is scrolled sideways').toBeLessThanOrEqual(0);
  await isAccessible(lan.page, 'the inbox on a telephone');

  await inbox.button('0911 224 004', 'Close').click();
  const question = lan.frame.question('Close 0911 224 004 without calling back?');
  const close = question.locator('form').getByRole('button', { name: 'Close', exact: true });
  await close.click();
  await expect(question.getByLabel('Reason')).toHaveAccessibleDescription(/.+/);
  await expect(question.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await question.getByLabel('Reason').fill('Wrong number');
  await close.click();
  await expect(inbox.row('0911 224 004')).toHaveCount(0);
  await inbox.list('Done');
  await expect(inbox.row('0911 224 004')).toContainText('Wrong number');
  await expect(inbox.row('0911 224 004')).toContainText('Closed without a call');
  await inbox.button('0911 224 004', 'Reopen').click();
  await expect(inbox.row('0911 224 004')).toHaveCount(0);
  await inbox.list('Mine');
  await expect(inbox.row('0911 224 004')).toHaveCount(1);
});
