import { SignIn } from '../support/pages/sign-in';
import { ADMIN, LAN } from '../support/people';
import { expect, test } from '../support/test';
import { VI } from '../support/words';

const FIRST = 'mat-khau-dau-tien';
const SECOND = 'mat-khau-thu-hai';

test('an admin creates a member, who works until deactivated', async ({ office }) => {
  // The provider does not know the new seat; a page whose member is signed out hears of it and asks in vain.
  office.watch.expect(/telephone\/ticket/, /401 .*\/api\//, /WebSocket .*HTTP Authentication failed/);
  const admin = await office.member(ADMIN, { at: '/staff' });
  await admin.page.getByRole('link', { name: 'Thêm nhân viên' }).click();
  await admin.page.getByLabel('Họ và tên').fill('Cao Thị Mới');
  await admin.page.getByLabel('Email đăng nhập').fill('moi@alo.demo');
  await admin.page.getByLabel('Máy lẻ').fill('5009');
  await admin.page.getByLabel('Mật khẩu ban đầu').fill(FIRST);
  await admin.page.getByRole('button', { name: 'Thêm nhân viên' }).click();
  await expect(admin.frame.told('Đã thêm Cao Thị Mới')).toBeVisible();
  const row = admin.page.getByRole('row').filter({ hasText: 'moi@alo.demo' });
  await expect(row).toContainText('5009');

  const window = await office.window();
  const page = await window.newPage();
  // A page that hears that its member is signed out goes to the door itself, and whoever goes elsewhere then is stopped.
  const goes = async (to: string) => { await expect(() => page.goto(to, { timeout: 5_000 })).toPass(); };
  const signIn = new SignIn(page, VI);
  await signIn.open();
  await signIn.as('moi@alo.demo', FIRST);
  await expect(page.getByRole('link', { name: 'Cao Thị Mới' })).toBeVisible();

  await row.getByRole('link').click();
  await admin.page.getByRole('button', { name: 'Đặt lại mật khẩu' }).click();
  const reset = admin.frame.question('Đặt lại mật khẩu');
  await reset.getByLabel('Mật khẩu mới').fill(SECOND);
  await reset.getByRole('button', { name: 'Đặt lại mật khẩu' }).click();
  await expect(admin.frame.told('Đã đặt lại mật khẩu')).toBeVisible();
  await goes('/calls');
  await expect(page, 'a reset signs the member out').toHaveURL(/\/sign-in/);
  await signIn.as('moi@alo.demo', SECOND);
  await expect(page).toHaveURL(/\/calls/);

  await admin.page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await admin.frame.question('Khóa tài khoản').getByRole('button', { name: 'Khóa tài khoản' }).click();
  await expect(admin.frame.told('Đã khóa tài khoản của Cao Thị Mới')).toBeVisible();
  await goes('/customers');
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn.as('moi@alo.demo', SECOND);
  await expect(signIn.refusal).toHaveText('Email hoặc mật khẩu không đúng.');
});

test('an email is taken only once', async ({ office }) => {
  office.watch.expect(/staff\/create/);
  const admin = await office.member(ADMIN, { at: '/staff/new' });
  await admin.page.getByLabel('Họ và tên').fill('Một Lan Nữa');
  await admin.page.getByLabel('Email đăng nhập').fill(LAN.email.toUpperCase());
  await admin.page.getByLabel('Mật khẩu ban đầu').fill(FIRST);
  await admin.page.getByRole('button', { name: 'Thêm nhân viên' }).click();
  await expect(admin.page.getByLabel('Email đăng nhập')).toHaveAccessibleDescription('Đã có người khác dùng.');
});

test('agents see no staff pages', async ({ office }) => {
  office.watch.expect(/staff\/list|telephone\/settings|\/staff/);
  const lan = await office.member(LAN);
  await expect(lan.frame.navigation.getByRole('link', { name: 'Nhân viên' })).toHaveCount(0);
  await lan.open('/staff');
  await expect(lan.page.getByRole('main').getByText('Bạn không có quyền làm việc này.')).toBeVisible();
});
