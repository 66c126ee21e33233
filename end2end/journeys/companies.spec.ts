import { readFileSync } from 'node:fs';
import { isAccessible } from '../support/accessible';
import { LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('a company is made, opened and changed', async ({ office }) => {
  const lan = await office.member(LAN, { at: '/companies' });
  await lan.companies.startNew();
  await lan.companies.name.fill('Công ty TNHH Gốm Chu Đậu');
  await lan.form.number().fill('0220 3777 101');
  await lan.companies.taxCode.fill('0800 123 456');
  await lan.companies.website.fill('chudau.vn');
  await lan.companies.create();
  await expect(lan.frame.heading('Công ty TNHH Gốm Chu Đậu')).toBeVisible();
  await expect(lan.page.getByText('0800123456')).toBeVisible();
  await expect(lan.page.getByRole('link', { name: 'https://chudau.vn' })).toBeVisible();
  await isAccessible(lan.page, "a company's record");
  await lan.page.getByRole('main').getByRole('link', { name: 'Sửa', exact: true }).click();
  await lan.companies.name.fill('Gốm Chu Đậu');
  await lan.form.save();
  await expect(lan.frame.heading('Gốm Chu Đậu')).toBeVisible();
  await lan.open('/companies');
  await lan.companies.search('gom chu dau');
  await expect(lan.customers.names).toHaveText(['Gốm Chu Đậu']);
});

test('a company is made while its name is typed at a customer, and known the next time', async ({ office }) => {
  const lan = await office.member(LAN, { at: '/customers/new' });
  await lan.form.name.fill('Phan Thị Mía');
  await lan.form.company.fill('Mía đường Quảng Ngãi 22');
  await expect(lan.form.company).toHaveAccessibleDescription('Công ty mới, sẽ được tạo khi lưu');
  await lan.form.create();
  await expect(lan.frame.heading('Phan Thị Mía')).toBeVisible();
  await lan.open('/customers/new');
  await lan.form.company.fill('mía đường quảng ngãi 22');
  await expect(lan.form.company).toHaveAccessibleDescription('Đã có trong danh sách công ty');
  await lan.form.name.fill('Phan Thị Đường');
  await lan.form.create();
  await lan.page.getByRole('main').getByRole('link', { name: /Quảng Ngãi 22/i }).click();
  await expect(lan.frame.heading('Mía đường Quảng Ngãi 22')).toBeVisible();
  const people = lan.page.getByRole('region', { name: 'Người liên hệ' });
  await expect(people.getByRole('listitem')).toHaveText([/Phan Thị Đường/, /Phan Thị Mía/]);
});

test('a call from the number of a company shows the company and who works there', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Tô Thị Quế', '0911224381', { company: 'Quế Trà My' });
  await lan.open('/companies?q=tra+my');
  await lan.customers.pick('Quế Trà My');
  await lan.page.getByRole('main').getByRole('link', { name: 'Sửa', exact: true }).click();
  await lan.form.number().fill('0235 3888 102');
  await lan.form.save();
  await expect(lan.frame.heading('Quế Trà My')).toBeVisible();
  await office.control.ring('02353888102', { agent: '5001' });
  const card = lan.dock.card('Quế Trà My');
  await card.shows('Ai đang gọi?');
  await lan.page.getByRole('complementary').getByRole('button', { name: 'Tô Thị Quế' }).click();
  await lan.dock.card('Tô Thị Quế').shows('Quế Trà My');
  await office.control.hangUp('02353888102');
});

test('tags are put on a record, and lists are narrowed by them', async ({ office }) => {
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Võ Thị Nhãn', '0911224382');
  await lan.open(`/customers/${id}`);
  const tags = lan.page.getByRole('region', { name: 'Nhãn', exact: true });
  await tags.getByRole('combobox', { name: 'Thêm nhãn' }).fill('Khách sỉ');
  await lan.page.keyboard.press('Enter');
  await tags.getByRole('link', { name: 'Khách sỉ' }).click();
  await expect(lan.customers.names).toHaveText(['Võ Thị Nhãn']);
  await lan.customers.pick('Võ Thị Nhãn');
  await tags.getByRole('button', { name: 'Bỏ nhãn Khách sỉ' }).click();
  await expect(tags.getByRole('listitem')).toHaveCount(0);
});

test('only whoever leads its owner removes a company, and only an empty one', async ({ office }) => {
  office.watch.expect(/companies\/delete/);
  const lan = await office.member(LAN);
  await lan.hasCustomer('Lã Thị Rỗng', '0911224383', { company: 'Công ty Rỗng' });
  await lan.open('/companies?q=cong+ty+rong');
  await lan.customers.pick('Công ty Rỗng');
  await expect(lan.record.deleteButton).toHaveCount(0);
  const quan = await office.member(QUAN, { at: new URL(lan.page.url()).pathname });
  await quan.record.deleteButton.click();
  await quan.frame.question(/Xóa công ty/).getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(quan.frame.told(/còn/)).toBeVisible();
});

test('companies and deals go home as their lists show them', async ({ office }) => {
  const quan = await office.member(QUAN, { at: '/companies?sort=name' });
  for (const [address, title] of [['/companies?sort=name', 'Công ty'], ['/deals?view=list', 'Cơ hội']] as const) {
    await quan.open(address);
    await quan.frame.heading(title).waitFor();
    const first = await quan.page.locator('[data-row]').first().textContent();
    await quan.page.getByRole('button', { name: 'Xuất tệp' }).click();
    const dialog = quan.frame.question('Xuất tệp');
    await dialog.getByRole('radio', { name: 'CSV' }).check();
    const download = quan.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Bắt đầu xuất' }).click();
    const lines = readFileSync(await (await download).path(), 'utf8').trimEnd().split('\r\n');
    expect(lines.join('\n')).toContain(first);
    await expect(dialog.getByRole('status')).toHaveText(/^Đã xuất/);
  }
  const lan = await office.member(LAN, { at: '/companies' });
  await lan.frame.heading('Công ty').waitFor();
  await expect(lan.page.getByRole('button', { name: 'Xuất tệp' })).toHaveCount(0);
});
