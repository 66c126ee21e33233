import { isAccessible } from '../support/accessible';
import { Rights } from '../support/pages/rights';
import { ADMIN, LAN } from '../support/people';
import { expect, test } from '../support/test';

// What agents may do, everybody else's tests rely on.
test.use({ house: 'rights' });

test('agents see their own customers once an admin says so, and everybody\'s again', async ({ office }) => {
  office.watch.expect(/customers\//);
  const admin = await office.member(ADMIN, { at: '/staff' });
  const hidden = await admin.hasCustomer('Khuất Thị Ẩn', '0911333401');
  const lan = await office.member(LAN);
  await lan.hasCustomer('Khuất Thị Lộ', '0911333402', { mine: true });

  await admin.page.getByRole('link', { name: 'Quyền hạn', exact: true }).click();
  await admin.frame.heading('Quyền hạn').waitFor();
  const rights = new Rights(admin.page);
  await rights.decide('Tư vấn viên: Khách hàng, Xem', 'Của mình');
  await expect(rights.reach('Tư vấn viên: Khách hàng, Sửa'), 'nobody does more than they see').toHaveValue('own');
  await isAccessible(admin.page, 'what roles may do');
  await rights.save();

  await lan.open('/customers?q=khuat+thi');
  await expect(lan.customers.names).toHaveText(['Khuất Thị Lộ']);
  await lan.open(`/customers/${hidden}`);
  await expect(lan.frame.heading('Không có khách hàng này')).toBeVisible();

  await rights.reset();
  await rights.save();
  await lan.open('/customers?q=khuat+thi');
  await expect(lan.customers.names).toHaveText(['Khuất Thị Lộ', 'Khuất Thị Ẩn']);
});

test('what roles may do fits a telephone, in English, and is for admins only', async ({ office }) => {
  office.watch.expect(/rights\/get|\/staff\/rights/);
  const phone = { viewport: { width: 390, height: 844 }, language: 'en' } as const;
  const admin = await office.member(ADMIN, { at: '/staff/rights', ...phone });
  await expect(admin.page.getByRole('combobox', { name: 'Agent: Customers, Export', exact: true })).toHaveValue('none');
  const overflow = await admin.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const lan = await office.member(LAN, { at: '/staff/rights' });
  await expect(lan.page.getByRole('main').getByText('Bạn không có quyền làm việc này.')).toBeVisible();
});
