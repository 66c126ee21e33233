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

test('columns are chosen, and a field is changed in its cell, by mouse and by key', async ({ office }) => {
  office.watch.expect(/customers\/set-cell/);
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Ninh Thị Ô Lưới', '0911224621');
  const records = new Records(lan.page);
  await lan.open('/customers?q=ninh+thi+o+luoi');
  await records.showColumn('Email');
  await lan.page.getByRole('button', { name: 'Cột', exact: true }).click();
  await records.columns.getByRole('button', { name: 'Đưa Email lên' }).click();
  await isAccessible(lan.page, 'choosing columns');
  await lan.page.keyboard.press('Escape');
  await expect(lan.page).toHaveURL(/columns=/);
  await expect(records.heads.last()).not.toHaveText('Email');

  const email = await records.edit('Email', 'Ninh Thị Ô Lưới');
  await email.fill('o-luoi');
  await email.press('Enter');
  await expect(records.refused).toBeVisible();
  await isAccessible(lan.page, 'a cell that was refused');
  await email.fill('luoi@ninh.vn');
  await email.press('Enter');
  await expect(lan.customers.row('Ninh Thị Ô Lưới')).toContainText('luoi@ninh.vn');
  await records.showColumn('Địa chỉ');
  await expect(lan.customers.row('Ninh Thị Ô Lưới'), 'with another column it is as it was saved').toContainText('luoi@ninh.vn');

  await lan.page.getByRole('link', { name: 'Ninh Thị Ô Lưới', exact: true }).focus();
  await lan.page.keyboard.press('F2');
  const name = records.field('Họ và tên', 'Ninh Thị Ô Lưới');
  await expect(name).toBeFocused();
  const headers = { origin: new URL(lan.page.url()).origin };
  const elsewhere = { id, version: 2, cell: 'address', value: '12 Hàng Lược' };
  expect((await lan.context.request.post('/api/customers/set-cell', { data: elsewhere, headers })).ok()).toBe(true);
  await name.fill('Ninh Thị Ô Lưới Mới');
  await name.press('Enter');
  await expect(records.refused, 'somebody else was first').toBeVisible();
  await expect(name).toHaveValue('Ninh Thị Ô Lưới Mới');
  await name.press('Enter');
  await expect(lan.page.getByRole('link', { name: 'Ninh Thị Ô Lưới Mới', exact: true })).toBeFocused();
});

test('deals are chosen by keys, given an amount together, and that is undone later', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.hasDeal('Lô đèn lồng chợ 62 A', { closeOn: '2031-01-01' });
  await lan.hasDeal('Lô đèn lồng chợ 62 B', { closeOn: '2031-01-02' });
  const records = new Records(lan.page);
  await lan.open('/deals?view=list&q=den+long+cho+62');
  await expect(lan.customers.names).toHaveCount(2);
  await lan.customers.names.first().focus();
  await lan.page.keyboard.press('Shift+ArrowDown');
  await expect(records.bar).toContainText('Đã chọn 2');
  await records.bar.getByRole('button', { name: 'Sửa trường' }).click();
  await records.bar.getByLabel('Trường', { exact: true }).selectOption({ label: 'Giá trị' });
  await records.bar.getByRole('textbox', { name: 'Giá trị' }).fill('15tr');
  await isAccessible(lan.page, 'a field of many deals');
  await records.bar.getByRole('button', { name: 'Sửa trường' }).last().click();
  await expect(lan.page.getByRole('cell', { name: '15.000.000' })).toHaveCount(2);
  await lan.page.reload();
  await live(lan.page);
  await lan.page.getByRole('button', { name: 'Thay đổi gần đây' }).click();
  const recent = lan.frame.question('Thay đổi gần đây').getByRole('listitem').filter({ hasText: 'Đặt Giá trị cho 2 mục' });
  await recent.first().getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(lan.page.getByRole('cell', { name: '15.000.000' })).toHaveCount(0);
  await expect(lan.customers.names).toHaveCount(2);
});
