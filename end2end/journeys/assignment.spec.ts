import { isAccessible } from '../support/accessible';
import { ADMIN, HUNG, LAN, MINH } from '../support/people';
import { expect, test } from '../support/test';

// Rules give away whatever anybody adds.
test.use({ house: 'assignment' });

test('a rule gives a new customer away, and whoever gets them is told at once', async ({ office }) => {
  const minh = await office.member(MINH);
  const admin = await office.member(ADMIN);
  await admin.page.getByRole('navigation').getByRole('link', { name: 'Quy tắc phân công', exact: true }).click();
  await admin.frame.heading('Quy tắc phân công').waitFor();
  await admin.page.getByRole('button', { name: 'Thêm quy tắc', exact: true }).click();
  const rule = admin.frame.question('Thêm quy tắc');
  await rule.getByLabel('Khách hàng mới').selectOption({ label: 'Thêm bằng tay' });
  await rule.getByLabel('Giao cho').selectOption({ label: MINH.name });
  await isAccessible(admin.page, 'the form of a rule');
  await rule.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(admin.page.getByRole('listitem').filter({ hasText: 'Thêm bằng tay' })).toContainText(MINH.name);
  await isAccessible(admin.page, 'assignment rules');

  const lan = await office.member(LAN, { at: '/customers/new' });
  await expect(lan.page.getByText('Theo quy tắc phân công')).toBeVisible();
  await lan.form.name.fill('Khách Chia Đều');
  await lan.form.create();
  await expect(lan.frame.heading('Khách Chia Đều')).toBeVisible();
  await expect(lan.page.getByRole('main').getByText(MINH.name).first()).toBeVisible();
  await expect(minh.frame.told('Khách Chia Đều vừa được giao cho bạn')).toBeVisible();
});

test('what a member owns is handed over from their page, and taken back', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/staff' });
  const hung = await office.member(HUNG);
  await hung.hasCustomer('Khách Bàn Giao', '0911445501', { mine: true });
  await admin.page.getByRole('row').filter({ hasText: HUNG.email }).getByRole('link').click();
  await admin.frame.heading(HUNG.name).waitFor();
  const panel = admin.page.getByRole('region', { name: 'Bàn giao', exact: true });
  await panel.getByLabel(/^Khách hàng \(/).selectOption({ label: LAN.name });
  await isAccessible(admin.page, 'a hand-over');
  await panel.getByRole('button', { name: /^Bàn giao \d+ mục$/ }).click();
  await expect(admin.frame.told('Đã bàn giao xong')).toBeVisible();
  const done = panel.getByRole('listitem').filter({ hasText: 'Đã bàn giao' }).first();
  await expect(done).toContainText(LAN.name);
  await expect(panel.getByLabel(/^Khách hàng \(/)).toBeHidden();
  await done.getByRole('button', { name: 'Thu hồi', exact: true }).click();
  await expect(admin.frame.told('Đã thu hồi')).toBeVisible();
  await expect(panel.getByLabel(/^Khách hàng \(/)).toBeVisible();
});
