import { isAccessible } from '../support/accessible';
import { live } from '../support/pages/live';
import { Records } from '../support/pages/records';
import { LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('those whom a filter finds are kept as a view, tagged and deleted together, and come back', async ({ office }) => {
  const quan = await office.member(QUAN);
  const names = ['Lò Thị Sàng Ba', 'Lò Văn Sàng Hai', 'Lò Văn Sàng Một'];
  for (const [at, name] of names.toReversed().entries()) {
    await quan.hasCustomer(name, `091122461${at}`, { company: 'Xưởng Sàng Lọc 61' });
  }
  await quan.customers.open();
  const records = new Records(quan.page);
  await records.filter('Công ty', 'xuong sang loc 61');
  await expect(quan.customers.names).toHaveText(names);
  await records.keepView('Xưởng sàng lọc');
  await quan.page.reload();
  await live(quan.page);
  await expect(quan.customers.names).toHaveText(names);

  await records.box(names[0]).click();
  await records.box(names[2]).click({ modifiers: ['Shift'] });
  await expect(records.bar).toContainText('Đã chọn 3');
  await records.bar.getByRole('button', { name: 'Gắn nhãn' }).click();
  await records.bar.getByLabel('Nhãn', { exact: true }).fill('Sàng lọc 61');
  await isAccessible(quan.page, 'chosen rows');
  await records.bar.getByRole('button', { name: 'Gắn', exact: true }).click();
  await expect(quan.frame.told('Đã thay đổi 3 mục')).toBeVisible();
  await quan.page.reload();
  await live(quan.page);
  await quan.page.getByRole('combobox', { name: 'Nhãn' }).selectOption({ label: 'Sàng lọc 61' });
  await expect(quan.customers.names).toHaveText(names);

  await quan.page.getByRole('checkbox', { name: 'Chọn tất cả các dòng đang hiện' }).check();
  await records.bar.getByRole('button', { name: 'Xóa', exact: true }).click();
  await quan.frame.question('Xóa').getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(quan.customers.names).toHaveCount(0);
  await quan.frame.told('Đã thay đổi 3 mục').getByRole('button', { name: 'Hoàn tác' }).last().click();
  await expect(quan.customers.names).toHaveText(names);

  const lan = await office.member(LAN);
  await lan.customers.search('xuong sang loc');
  const hers = new Records(lan.page);
  await hers.box(names[1]).click();
  await expect(hers.bar).toContainText('Đã chọn 1');
  await expect(hers.bar.getByRole('button', { name: 'Xóa', exact: true }), 'she may not').toHaveCount(0);
});
