import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a call is taken, held, muted and ended by keys alone', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.page.getByRole('heading', { level: 1 }).click();
  await office.control.ring('0911223501', { agent: '5001' });
  const card = lan.dock.card('0911 223 501');
  await card.shows('Cuộc gọi đến');
  await lan.page.keyboard.press('a');
  await card.shows('Đang đàm thoại');
  await lan.page.keyboard.press('h');
  await card.shows('Đang giữ máy');
  await lan.page.keyboard.press('h');
  await card.shows('Đang đàm thoại');
  await lan.page.keyboard.press('m');
  await card.shows('Đã tắt micro');
  await lan.page.keyboard.press('m');
  await card.shows('Đang đàm thoại');
  await lan.page.keyboard.press('x');
  await card.shows('Đã kết thúc');
});

test('keys typed into a field are text', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911223502', { agent: '5001' });
  const card = lan.dock.card('0911 223 502');
  await card.shows('Cuộc gọi đến');
  const search = lan.page.getByRole('searchbox');
  await search.focus();
  await lan.page.keyboard.type('ax');
  await expect(search).toHaveValue('ax');
  await card.shows('Cuộc gọi đến');
});

test('a number is dialled by keys alone', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.page.getByRole('heading', { level: 1 }).click();
  await lan.page.keyboard.press('d');
  await lan.page.keyboard.type('0911223500');
  await lan.page.keyboard.press('Enter');
  await lan.dock.card('0911 223 500').shows('Đang đàm thoại');
});

test('the list is walked, a record opened and edited by keys', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.hasCustomer('Phím Tắt Một', '0911223503');
  await lan.customers.open();
  await lan.page.getByRole('heading', { level: 1 }).click();
  await lan.page.keyboard.press('/');
  await lan.page.keyboard.type('Phím Tắt Một');
  await expect(lan.customers.names).toHaveText(['Phím Tắt Một']);
  await lan.page.getByRole('heading', { level: 1 }).click();
  await lan.page.keyboard.press('j');
  await lan.page.keyboard.press('Enter');
  await lan.frame.heading('Phím Tắt Một').waitFor();
  await lan.page.keyboard.press('e');
  await expect(lan.frame.heading('Sửa Phím Tắt Một')).toBeVisible();
});

test('every shortcut is shown', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.page.getByRole('heading', { level: 1 }).click();
  await lan.page.keyboard.press('?');
  await expect(lan.frame.question('Phím tắt')).toBeVisible();
  await lan.page.keyboard.press('Escape');
  await expect(lan.frame.question('Phím tắt')).toBeHidden();
});
