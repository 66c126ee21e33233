import { HUNG, LAN } from '../support/people';
import { expect, test } from '../support/test';

test('two people edit one customer, and nothing either typed is lost', async ({ office }) => {
  office.watch.expect(/customers\/update/);
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Phan Văn Chung', '0911222201');
  const hung = await office.member(HUNG);
  await Promise.all([lan.open(`/customers/${id}/edit`), hung.open(`/customers/${id}/edit`)]);

  await hung.form.name.fill('Phan Văn Chung (Hùng sửa)');
  await hung.form.address.fill('12 Lê Lợi, Huế');
  await hung.form.save();
  await expect(hung.frame.heading('Phan Văn Chung (Hùng sửa)')).toBeVisible();

  await lan.form.name.fill('Phan Văn Chung (Lan sửa)');
  await lan.form.company.fill('Công ty Lan');
  await lan.form.save();
  const banner = lan.page.getByRole('alert').filter({ hasText: 'Người khác đã lưu khách hàng này' });
  await expect(banner).toContainText('Đã cập nhật theo người khác: Địa chỉ.');
  await expect(lan.form.name, 'mine stays').toHaveValue('Phan Văn Chung (Lan sửa)');
  await expect(lan.form.address, 'theirs is taken over').toHaveValue('12 Lê Lợi, Huế');

  await banner.getByRole('radio', { name: /Lấy của họ.*Hùng sửa/ }).check();
  await expect(lan.form.name).toHaveValue('Phan Văn Chung (Hùng sửa)');
  await lan.form.save();
  await expect(lan.frame.heading('Phan Văn Chung (Hùng sửa)')).toBeVisible();
  await expect(lan.page.getByRole('main')).toContainText('Công ty Lan');
  await expect(lan.page.getByRole('main')).toContainText('12 Lê Lợi, Huế');
});

test('unsaved work is asked about before it is left', async ({ office }) => {
  const lan = await office.member(LAN, { at: '/customers/new' });
  await lan.form.name.fill('Chưa Lưu');
  await lan.frame.navigation.getByRole('link', { name: 'Cuộc gọi', exact: true }).click();
  const question = lan.frame.question('Rời trang mà chưa lưu?');
  await question.getByRole('button', { name: 'Ở lại' }).click();
  await expect(lan.form.name).toHaveValue('Chưa Lưu');
  await lan.frame.navigation.getByRole('link', { name: 'Cuộc gọi', exact: true }).click();
  await question.getByRole('button', { name: 'Rời trang' }).click();
  await expect(lan.page).toHaveURL(/\/calls$/);
});
