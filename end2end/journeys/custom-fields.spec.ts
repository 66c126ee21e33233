import { isAccessible } from '../support/accessible';
import { csv } from '../support/files';
import { CustomFields } from '../support/pages/custom-fields';
import { Imports } from '../support/pages/imports';
import { Records } from '../support/pages/records';
import { ADMIN, LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('an admin defines fields, a customer gets values, and is found by them', async ({ office }) => {
  const admin = await office.member(ADMIN);
  const fields = new CustomFields(admin.page);
  await fields.open();
  await fields.add('Dòng xe quan tâm', 'Chọn một', ['Xe máy', 'Ô tô', 'Xe đạp']);
  await fields.add('Biển số xe', 'Văn bản');
  await isAccessible(admin.page, 'custom fields');

  const lan = await office.member(LAN, { at: '/customers/new' });
  const form = new CustomFields(lan.page);
  await lan.form.name.fill('Phùng Thị Trường');
  await form.entry('Dòng xe quan tâm').selectOption({ label: 'Ô tô' });
  await form.entry('Biển số xe').fill('51K 226.01 tím hoa cà');
  await isAccessible(lan.page, 'a form with custom fields');
  await lan.form.create();
  await expect(lan.frame.heading('Phùng Thị Trường')).toBeVisible();
  await expect(lan.page.getByRole('definition').filter({ hasText: 'Ô tô' })).toBeVisible();
  await lan.customers.open();
  await lan.customers.search('hoa ca');
  await expect(lan.customers.names).toHaveText(['Phùng Thị Trường']);

  await fields.button('Sửa trường', 'Dòng xe quan tâm').click();
  await admin.page.getByRole('dialog').getByLabel('Lựa chọn 2', { exact: true }).fill('Xe hơi');
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(fields.row('Dòng xe quan tâm')).toContainText('Xe hơi');
  await lan.customers.pick('Phùng Thị Trường');
  await expect(lan.page.getByRole('definition').filter({ hasText: 'Xe hơi' })).toBeVisible();
  await lan.customers.open();
  await lan.customers.search('hoa ca');
  await new Records(lan.page).showColumn('Dòng xe quan tâm');
  await expect(lan.customers.row('Phùng Thị Trường')).toContainText('Xe hơi');
});

test('a column of a file is a custom field, and what is no choice of it is a problem of its row', async ({ office }) => {
  const admin = await office.member(ADMIN);
  const fields = new CustomFields(admin.page);
  await fields.open();
  await fields.add('Hạng thành viên', 'Chọn một', ['Vàng', 'Bạc']);

  const quan = await office.member(QUAN, { at: '/customers/import' });
  const imports = new Imports(quan.page);
  await imports.give(csv('hạng.csv', [
    'Họ và tên,SĐT,Hạng thành viên',
    'Lý Thị Hạng Vàng,0911226301,vàng',
    'Lý Thị Hạng Lạ,0911226302,kim cương',
  ]));
  await expect(imports.column('Hạng thành viên')).toHaveValue(/^custom:/);
  await imports.check();
  await imports.counts('Khách hàng mới', '1');
  await expect(quan.page.getByRole('row').filter({ hasText: 'Lý Thị Hạng Lạ' })).toContainText('Hạng thành viên:');
  await imports.run();
  await imports.isDone();
  await quan.customers.open();
  await quan.customers.search('hang vang');
  await quan.customers.pick('Lý Thị Hạng Vàng');
  await expect(quan.page.getByRole('definition').filter({ hasText: 'Vàng' })).toBeVisible();
});
