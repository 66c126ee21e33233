import { isAccessible } from '../support/accessible';
import { ADMIN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('an admin makes a team, hands it to a manager, and takes it away', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/staff' });
  await admin.page.getByRole('link', { name: 'Nhóm', exact: true }).click();
  await admin.frame.heading('Nhóm').waitFor();
  await expect(admin.page.getByRole('row', { name: /Kinh doanh/ })).toContainText(QUAN.name);

  await admin.page.getByRole('button', { name: 'Thêm nhóm' }).click();
  const form = admin.frame.question('Thêm nhóm');
  await form.getByLabel('Tên nhóm').fill('kinh  DOANH');
  office.watch.expect(/teams\/create/);
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(form.getByLabel('Tên nhóm'), 'a name is taken only once').toHaveAccessibleDescription('Đã có người khác dùng.');
  await form.getByLabel('Tên nhóm').fill('Nhóm Giải Quyết Khiếu Nại Khách Hàng Doanh Nghiệp Miền Trung');
  await form.getByLabel(QUAN.name).check();
  await isAccessible(admin.page, 'the form of a team');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(admin.frame.told('Đã lưu nhóm Nhóm Giải Quyết')).toBeVisible();
  const row = admin.page.getByRole('row', { name: /Giải Quyết Khiếu Nại/ });
  await expect(row).toContainText(QUAN.name);

  await row.getByRole('button', { name: /^Sửa nhóm/ }).click();
  await admin.frame.question('Sửa nhóm').getByLabel('Tên nhóm').fill('Khiếu nại');
  await admin.frame.question('Sửa nhóm').getByRole('button', { name: 'Lưu' }).click();
  const renamed = admin.page.getByRole('row', { name: /^Khiếu nại/ });
  await renamed.getByRole('button', { name: 'Xóa nhóm Khiếu nại' }).click();
  await admin.frame.question('Xóa nhóm').getByRole('button', { name: 'Xóa nhóm' }).click();
  await expect(admin.frame.told('Đã xóa nhóm Khiếu nại')).toBeVisible();
  await expect(renamed).toHaveCount(0);
});

test('a team that somebody works in stays', async ({ office }) => {
  office.watch.expect(/teams\/delete/);
  const admin = await office.member(ADMIN, { at: '/staff/teams' });
  await admin.page.getByRole('button', { name: 'Xóa nhóm Kinh doanh' }).click();
  await admin.frame.question('Xóa nhóm').getByRole('button', { name: 'Xóa nhóm' }).click();
  await expect(admin.frame.told(/Vẫn còn hồ sơ, nhân viên/)).toBeVisible();
  await expect(admin.page.getByRole('row', { name: /Kinh doanh/ })).toBeVisible();
});

test('a manager is shown to lead, in English and on a telephone', async ({ office }) => {
  const phone = { viewport: { width: 390, height: 844 }, language: 'en' } as const;
  const admin = await office.member(ADMIN, { at: '/staff/teams', ...phone });
  await expect(admin.frame.heading('Teams')).toBeVisible();
  const overflow = await admin.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await admin.open('/staff');
  await admin.page.getByRole('link', { name: QUAN.name }).click();
  await admin.frame.heading(QUAN.name).waitFor();
  await expect(admin.page.getByRole('group', { name: 'Leads the teams' }).getByLabel('Kinh doanh')).toBeChecked();
  await isAccessible(admin.page, 'a manager');
});
