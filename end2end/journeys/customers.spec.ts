import { ADMIN, HUNG, LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('an agent creates a customer', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.customers.startNew();
  await lan.form.name.fill('Đặng Thị Bưởi');
  await lan.form.number().fill('0911 222 101');
  await lan.form.company.fill('Vựa trái cây Năm Roi');
  await lan.form.create();
  await expect(lan.frame.heading('Đặng Thị Bưởi')).toBeVisible();
  await expect(lan.frame.told('Đã tạo khách hàng Đặng Thị Bưởi')).toBeVisible();
  await expect(lan.record.number('0911 222 101')).toBeVisible();
  await lan.frame.go('customers');
  await expect(lan.customers.row('Đặng Thị Bưởi')).toContainText('Vựa trái cây Năm Roi');
});

test('what is wrong stands at its field, and nothing typed is lost', async ({ office }) => {
  office.watch.expect(/customers\/create/);
  const lan = await office.member(LAN, { at: '/customers/new' });
  await lan.form.number().fill('0901 234');
  await lan.form.create();
  await expect(lan.form.name).toHaveAccessibleDescription('Hãy điền ô này.');
  await expect(lan.form.number()).toHaveAccessibleDescription(/Thiếu chữ số|không phải số điện thoại/);
  await expect(lan.form.number()).toHaveValue('0901 234');
});

test('a number somebody holds already is shown before saving, with the way to them', async ({ office }) => {
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Ngô Văn Giữ', '0911222102');
  await lan.open('/customers/new');
  await lan.form.number().fill('+84 911.222.102');
  const holder = lan.form.holder('Ngô Văn Giữ');
  await expect(holder).toHaveAttribute('href', `/customers/${id}`);
  await expect(lan.page.getByText('Số này đã có ở:')).toBeVisible();
});

test('a number from before 2018 is saved as it is dialled today', async ({ office }) => {
  const lan = await office.member(LAN, { at: '/customers/new' });
  await lan.form.name.fill('Tạ Văn Cũ');
  await lan.form.number().fill('0120 922 2103');
  await expect(lan.page.getByText('Sẽ lưu là 0709 222 103 (đầu số di động đã đổi năm 2018)')).toBeVisible();
  await lan.form.create();
  await expect(lan.record.number('0709 222 103')).toBeVisible();
  await expect(lan.page.getByText('Đã nhập: 0120 922 2103')).toBeVisible();
});

test('names are found with and without accents, numbers by their digits', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.hasCustomer('Đỗ Hữu Đường', '0911222104');
  await lan.hasCustomer('Do Huu Duong', '0911222105');
  await lan.customers.open();
  await lan.customers.search('do huu duong');
  await expect(lan.customers.names).toHaveCount(2);
  await lan.customers.search('đỗ hữu đường');
  await expect(lan.customers.names.first(), 'the very accents come first').toHaveText('Đỗ Hữu Đường');
  await lan.customers.search('222105');
  await expect(lan.customers.names).toHaveText(['Do Huu Duong']);
  await lan.customers.search('84 911 222 104');
  await expect(lan.customers.names).toHaveText(['Đỗ Hữu Đường']);
});

test('a search without an answer teaches the next step', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.customers.search('Zyxw Không Tồn Tại');
  await expect(lan.page.getByText('Không tìm thấy khách hàng nào')).toBeVisible();
  await lan.page.getByRole('link', { name: 'Tạo khách hàng “Zyxw Không Tồn Tại”' }).click();
  await expect(lan.form.name).toHaveValue('Zyxw Không Tồn Tại');
});

test('only managers delete', async ({ office }) => {
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Lý Thị Xóa', '0911222106');
  await lan.open(`/customers/${id}`);
  await expect(lan.record.deleteButton).toHaveCount(0);

  const quan = await office.member(QUAN, { at: `/customers/${id}` });
  await quan.record.deleteButton.click();
  await quan.frame.question('Xóa khách hàng Lý Thị Xóa?').getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(quan.frame.told('Đã xóa khách hàng Lý Thị Xóa')).toBeVisible();
  await quan.customers.search('Lý Thị Xóa');
  await expect(quan.page.getByText('Không tìm thấy khách hàng nào')).toBeVisible();
});

test('notes are written by all, changed and deleted by their author', async ({ office }) => {
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Bùi Ghi Chú', '0911222107');
  await lan.open(`/customers/${id}`);
  await lan.record.writeNote('Hẹn gọi lại chiều thứ Năm');
  const note = lan.record.entry('Hẹn gọi lại chiều thứ Năm');
  await expect(note).toContainText(LAN.name);

  const hung = await office.member(HUNG, { at: `/customers/${id}` });
  await expect(hung.record.entry('Hẹn gọi lại')).toBeVisible();
  await expect(hung.page.getByRole('button', { name: 'Sửa ghi chú' })).toHaveCount(0);

  await note.getByRole('button', { name: 'Sửa ghi chú' }).click();
  await lan.page.getByRole('textbox', { name: 'Sửa ghi chú' }).fill('Hẹn gọi lại sáng thứ Sáu');
  await lan.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const changed = lan.record.entry('Hẹn gọi lại sáng thứ Sáu');
  await expect(changed).toContainText('đã sửa');
  await changed.getByRole('button', { name: 'Xóa ghi chú' }).click();
  await lan.page.getByRole('group', { name: 'Xóa ghi chú này?' }).getByRole('button', { name: 'Xóa ghi chú' }).click();
  await expect(changed).toHaveCount(0);
});

test('an agent cannot hand customers over, an admin can', async ({ office }) => {
  const lan = await office.member(LAN, { at: '/customers/new' });
  await expect(lan.page.getByRole('combobox', { name: 'Người phụ trách' })).toHaveCount(0);
  const admin = await office.member(ADMIN, { at: '/customers/new' });
  await admin.form.name.fill('Mai Bàn Giao');
  await admin.page.getByRole('combobox', { name: 'Người phụ trách' }).selectOption({ label: HUNG.name });
  await admin.form.create();
  await expect(admin.page.getByText(`Người phụ trách: ${HUNG.name}`)).toBeVisible();
});
