import { isAccessible } from '../support/accessible';
import { ADMIN, LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a record shows what was changed of it, by whom', async ({ office }) => {
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Kiều Thị Sử', '0911333501', { mine: true });
  await lan.open(`/customers/${id}/edit`);
  await lan.page.getByLabel('Địa chỉ', { exact: true }).fill('12 Lê Lợi');
  await lan.form.save();
  await lan.frame.heading('Kiều Thị Sử').waitFor();
  await lan.page.getByRole('radio', { name: 'Lịch sử thay đổi' }).check({ force: true });
  const history = lan.page.getByRole('region', { name: 'Lịch sử thay đổi' });
  await expect(history.getByRole('listitem').filter({ hasText: 'Sửa khách hàng' }).first()).toContainText('12 Lê Lợi');
  await expect(history.getByRole('listitem').filter({ hasText: 'Thêm khách hàng' }).first()).toContainText('0911333501');
  await isAccessible(lan.page, 'the history of a record');
});

test('an admin searches who changed what; others do not', async ({ office }) => {
  office.watch.expect(/audit\/list|settings\/audit/);
  const lan = await office.member(LAN, { at: '/settings/audit' });
  await expect(lan.page.getByRole('main').getByText('Bạn không có quyền làm việc này.')).toBeVisible();
  await lan.hasCustomer('Kiều Thị Tìm', '0911333502');
  const admin = await office.member(ADMIN, { at: '/settings/audit' });
  await admin.page.getByRole('searchbox', { name: 'Tìm theo tên hồ sơ' }).fill('kieu thi tim');
  await admin.page.getByRole('combobox', { name: 'Hành động' }).selectOption({ label: 'Khách hàng' });
  const row = admin.page.getByRole('row').filter({ hasText: 'Kiều Thị Tìm' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(LAN.name);
  await expect(row).toContainText('Thêm khách hàng');
  await isAccessible(admin.page, 'the audit');
  await admin.page.getByRole('combobox', { name: 'Hành động' }).selectOption({ label: 'Đăng nhập' });
  await expect(admin.page.getByRole('main').getByText('Không có mục nào')).toBeVisible();
});
