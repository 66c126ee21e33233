import { SignIn } from '../support/pages/sign-in';
import { HA, PASSWORD } from '../support/people';
import { expect, test } from '../support/test';
import { VI } from '../support/words';

test.use({ house: 'profile' });

test('language and colours change at once and are remembered', async ({ office }) => {
  const ha = await office.member(HA, { at: '/profile' });
  await ha.page.getByRole('radio', { name: 'English' }).check({ force: true });
  await expect(ha.frame.heading('My profile')).toBeVisible();
  await ha.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(ha.page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const elsewhere = await (await office.window()).newPage();
  const signIn = new SignIn(elsewhere, VI);
  await signIn.open();
  await signIn.as(HA.email, PASSWORD);
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en');
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a member changes their own name', async ({ office }) => {
  const ha = await office.member(HA, { at: '/profile' });
  await ha.page.getByLabel('Họ và tên').fill('Lê Thu Hà (CSKH)');
  await ha.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(ha.frame.told('Đã lưu hồ sơ')).toBeVisible();
  await expect(ha.frame.navigation).toContainText('Lê Thu Hà (CSKH)');
});

test('a new password ends all other sessions and keeps this one', async ({ office }) => {
  office.watch.expect(/profile\/change-password/);
  const there = await office.member(HA);
  const here = await office.member(HA, { at: '/profile' });
  await here.page.getByLabel('Mật khẩu hiện tại').fill('not it at all');
  await here.page.getByLabel('Mật khẩu mới').fill('mot-cau-de-nho-hon');
  await here.page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(here.page.getByLabel('Mật khẩu hiện tại')).toHaveAccessibleDescription('Không đúng.');
  await here.page.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
  await here.page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(here.frame.told('Đã đổi mật khẩu')).toBeVisible();
  await here.open('/customers');
  await expect(here.frame.heading('Khách hàng')).toBeVisible();
  await there.page.goto('/customers');
  await expect(there.page).toHaveURL(/\/sign-in/);
});
