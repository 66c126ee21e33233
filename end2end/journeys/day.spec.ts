import { isAccessible } from '../support/accessible';
import { Day, inMinutes, notes } from '../support/pages/day';
import { LAN, MINH } from '../support/people';
import { expect, test } from '../support/test';

test('what one is reminded of rings in every tab, beside one of them, and falls silent in all', async ({ office }) => {
  const lan = await office.member(LAN);
  await notes(lan.context);
  const id = await lan.hasCustomer('Khách Nhắc Hẹn', '0911223901');
  await lan.open(`/customers/${id}`);
  const other = await lan.anotherTab('/tasks');
  const [here, there] = [new Day(lan.page), new Day(other.page)];
  await lan.tasks.add('Gọi lại khách nhắc hẹn', inMinutes(20));
  await here.later(21);
  await there.later(21);
  await expect(here.reminder('Gọi lại khách nhắc hẹn')).toBeVisible();
  await expect(there.reminder('Gọi lại khách nhắc hẹn')).toBeVisible();
  await expect.poll(async () => [...(await here.shown()), ...(await there.shown())]).toEqual(['Gọi lại khách nhắc hẹn']);
  await isAccessible(lan.page, 'a page with a reminder');
  await there.done('Gọi lại khách nhắc hẹn');
  await expect(here.reminder('Gọi lại khách nhắc hẹn')).toBeHidden();
  await expect(there.reminder('Gọi lại khách nhắc hẹn')).toBeHidden();
});

test('a day shows what waits, with its number to dial, and goes on by itself', async ({ office }) => {
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Khách Trong Ngày', '0911223902');
  await lan.open(`/customers/${id}`);
  await lan.tasks.add('Hỏi thăm khách trong ngày', inMinutes(-30));
  await lan.page.getByRole('navigation').getByRole('link', { name: 'Ngày của tôi', exact: true }).click();
  await expect(lan.frame.heading('Ngày của tôi')).toBeVisible();
  const overdue = lan.tasks.group('Quá hạn').getByRole('listitem').filter({ hasText: 'Hỏi thăm khách trong ngày' });
  await expect(overdue.getByRole('button', { name: '0911 223 902' })).toBeVisible();
  await overdue.getByRole('button', { name: 'Đánh dấu xong: Hỏi thăm khách trong ngày' }).click();
  await expect(overdue).toBeHidden();
});

test('a colleague is named while a note is typed, by the keys alone, and is told at once', async ({ office }) => {
  const minh = await office.member(MINH);
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Khách Nhắc Tên', '0911223903');
  await lan.open(`/customers/${id}`);
  const note = lan.page.getByLabel('Ghi chú mới');
  await note.pressSequentially('Nhờ @minh');
  await expect(lan.page.getByRole('option', { name: MINH.name })).toBeVisible();
  await note.press('Enter');
  await expect(note).toHaveValue(`Nhờ @${MINH.name} `);
  await note.pressSequentially('gọi lại giúp');
  await note.press('Control+Enter');
  await expect(lan.record.entry('gọi lại giúp')).toContainText(`@${MINH.name}`);
  await expect(minh.frame.told(`${LAN.name} nhắc đến bạn trong ghi chú về Khách Nhắc Tên`)).toBeVisible();
  await minh.page.getByRole('navigation').getByRole('link', { name: /^Thông báo/ }).click();
  await minh.page.getByRole('main').getByRole('link', { name: /Khách Nhắc Tên/ }).first().click();
  await expect(minh.frame.heading('Khách Nhắc Tên')).toBeVisible();
  await minh.page.getByRole('group', { name: 'Chỉ hiện' }).getByRole('button', { name: 'Cuộc gọi', exact: true }).click();
  await expect(minh.page).toHaveURL(/show=calls/);
  await expect(minh.record.entry('gọi lại giúp')).toBeHidden();
});
