import type { Member } from '../support/member';
import { ADMIN, LAN } from '../support/people';
import { expect, test } from '../support/test';

test.use({ house: 'telephone settings' });

async function save(admin: Member, fields: { domain?: string; key?: string; address?: string }): Promise<void> {
  const { page } = admin;
  if (fields.domain !== undefined) await page.getByLabel('Tên miền').fill(fields.domain);
  if (fields.key !== undefined) await page.getByLabel('Khóa truy cập').fill(fields.key);
  if (fields.address !== undefined) await page.getByLabel('Địa chỉ dịch vụ').fill(fields.address);
  const account = page.locator('form').filter({ hasText: 'Tài khoản 3C' });
  await account.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(admin.frame.told('Đã lưu tổng đài').last()).toBeVisible();
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

async function tests(admin: Member, seat: string, says: string): Promise<void> {
  await admin.page.getByLabel('Máy lẻ').selectOption(seat);
  await admin.page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await expect(admin.page.getByRole('main').getByRole('status').filter({ hasText: says })).toBeVisible();
}

test('the connection test explains each of the five errors', async ({ office }) => {
  office.watch.expect(/telephone\/test/);
  const admin = await office.member(ADMIN, { at: '/settings/telephone' });
  await test.step('it works', () => tests(admin, '5001', 'Máy lẻ 5001 đăng nhập được. Tổng đài sẵn sàng.'));
  await test.step('500', async () => {
    await office.control.login('broken');
    await tests(admin, '5001', 'Tổng đài đang gặp lỗi.');
    await office.control.login('up');
  });
  await test.step('404', async () => {
    await save(admin, { domain: 'khong-co' });
    await tests(admin, '5001', 'Tổng đài không biết tên miền này.');
  });
  await test.step('405', async () => {
    await save(admin, { domain: 'expired' });
    await tests(admin, '5001', 'Hợp đồng của tên miền đã hết hạn.');
  });
  await test.step('401', async () => {
    await save(admin, { domain: 'demo', key: 'not-the-key' });
    await tests(admin, '5001', 'Tổng đài từ chối khóa truy cập');
  });
  await save(admin, { key: 'sandbox-access-key' });
  await tests(admin, '5001', 'Máy lẻ 5001 đăng nhập được.');
});

test('a seat the provider does not know is explained', async ({ office }) => {
  office.watch.expect(/telephone\/test/);
  const admin = await office.member(ADMIN, { at: '/staff/new' });
  await admin.page.getByLabel('Họ và tên').fill('Không Có Máy');
  await admin.page.getByLabel('Email đăng nhập').fill('khongmay@alo.demo');
  await admin.page.getByLabel('Máy lẻ').fill('5999');
  await admin.page.getByLabel('Mật khẩu ban đầu').fill('mat-khau-dau-tien');
  await admin.page.getByRole('button', { name: 'Thêm nhân viên' }).click();
  await expect(admin.frame.told('Đã thêm Không Có Máy')).toBeVisible();
  await admin.open('/settings/telephone');
  await tests(admin, '5999', 'Tổng đài không có máy lẻ này.');
});

test('errors that come with status 200 are understood all the same', async ({ office }) => {
  office.watch.expect(/telephone\/test/);
  await office.control.login('polite');
  const admin = await office.member(ADMIN, { at: '/settings/telephone' });
  await tests(admin, '5001', 'Máy lẻ 5001 đăng nhập được.');
  await save(admin, { domain: 'khong-co' });
  await tests(admin, '5001', 'Máy lẻ 5001 chưa đăng nhập được');
  await save(admin, { domain: 'demo' });
});

test('the key never comes back to the browser', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/settings/telephone' });
  await expect(admin.page.getByText('Đã lưu khóa')).toBeVisible();
  await expect(admin.page.getByLabel('Khóa truy cập')).toHaveValue('');
  const html = await (await admin.context.request.get('/settings/telephone')).text();
  expect(html).not.toContain('sandbox-access-key');
});

test('agents see no telephone settings', async ({ office }) => {
  office.watch.expect(/\/settings\/telephone/);
  const lan = await office.member(LAN, { at: '/settings/telephone' });
  await expect(lan.page.getByText('Bạn không có quyền làm việc này.')).toBeVisible();
});
