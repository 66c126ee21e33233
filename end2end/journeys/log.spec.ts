import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('the note of a call is changed in its story', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911223711', { agent: '5001', patience_ms: 300 });
  await lan.dock.card('0911 223 711').shows('Cuộc gọi nhỡ');
  await lan.frame.go('calls');
  await lan.calls.openStory('0911 223 711');
  const note = lan.page.getByRole('main').getByLabel('Ghi chú cuộc gọi');
  await note.fill('Gọi lại chiều nay');
  await lan.page.getByRole('button', { name: 'Lưu ghi chú' }).click();
  await expect(lan.frame.told('Đã lưu ghi chú cuộc gọi')).toBeVisible();
  await lan.calls.open();
  await expect(lan.calls.rows('0911 223 711').first()).toContainText('Gọi lại chiều nay');
});

test('a call is given to a customer afterwards, who is recognised from then on', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Người Gọi Máy Khác', '0911223782');
  await office.control.ring('0911223703', { agent: '5001', patience_ms: 300 });
  await lan.dock.card('0911 223 703').shows('Cuộc gọi nhỡ');
  await lan.frame.go('calls');
  await lan.calls.openStory('0911 223 703');
  const main = lan.page.getByRole('main');
  await main.getByRole('combobox', { name: 'Tìm khách hàng' }).fill('nguoi goi may khac');
  await main.getByRole('option', { name: /Người Gọi Máy Khác/ }).click();
  await expect(main.getByRole('link', { name: 'Người Gọi Máy Khác' })).toBeVisible();
  await expect(main.getByText('Nhân viên chọn khách hàng')).toBeVisible();
  await office.control.ring('0911223703', { agent: '5001' });
  await lan.dock.card('Người Gọi Máy Khác').shows('Cuộc gọi đến');
});

test('the log shows the direction one asks for', async ({ office }) => {
  const lan = await office.member(LAN, { at: '/calls' });
  const direction = lan.page.getByRole('combobox', { name: 'Chiều gọi' });
  await direction.selectOption({ label: 'Gọi đi' });
  await expect(lan.page).toHaveURL(/direction=outbound/);
  await expect(lan.page.getByRole('cell', { name: 'Gọi đến', exact: true })).toHaveCount(0);
  await expect(lan.page.getByRole('cell', { name: 'Gọi đi', exact: true }).first()).toBeVisible();
  await direction.selectOption({ label: 'Gọi đến', });
  await expect(lan.page.getByRole('cell', { name: 'Gọi đi', exact: true })).toHaveCount(0);
});
