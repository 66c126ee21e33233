import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAccessible } from '../support/accessible';
import { csv, workbook } from '../support/files';
import { Office } from '../support/office';
import { ADMIN, LAN, QUAN } from '../support/people';
import { Imports } from '../support/pages/imports';
import { Server } from '../support/server.mjs';
import { expect, test } from '../support/test';

test.use({ house: 'imports' });

const HEADS = 'Họ và tên;SĐT;Điện thoại 2;Công ty;Địa chỉ;Người phụ trách';

/** So many people nobody knows, in a file. */
function people(count: number, from: number) {
  const rows = Array.from({ length: count }, (_, n) => `Người Nhập ${from + n},09${String(from + n).padStart(8, '0')},n${from + n}@nhap.example`);
  return csv('nhiều người.csv', ['Tên khách hàng,Di động,Email', ...rows]);
}

test('a list from an old Vietnamese spreadsheet is recognised, rehearsed, brought in and undone', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/customers' });
  await admin.page.getByRole('link', { name: 'Nhập từ tệp' }).click();
  await admin.frame.heading('Nhập khách hàng').waitFor();
  const imports = new Imports(admin.page);
  await imports.give(csv('Khách Hà Nội.csv', [
    HEADS,
    `Nguyễn Thị Nhập Một;0911 226 001;028 3822 6001;Gốm sứ Bát Tràng;"12 Lê Lợi; Hà Nội";${LAN.name}`,
    'Đặng Đức Nhập Hai;0911 226 002 / 0911 226 003;;Gốm sứ Bát Tràng;Huế;',
    ';0911 226 004;;;;',
    'Trần Nhập Bốn;không có;;;;Ai Đó',
  ], 'windows-1258'));
  await expect(imports.encoding).toHaveValue('windows-1258');
  await imports.delimiter.focus();
  await imports.delimiter.selectOption(',');
  await expect(imports.column(HEADS)).toBeVisible();
  await expect(imports.delimiter).toBeFocused();
  await imports.delimiter.selectOption(';');
  await expect(imports.column('Người phụ trách')).toBeVisible();
  for (const [column, becomes] of [['Họ và tên', 'name'], ['SĐT', 'phone'], ['Điện thoại 2', 'phone'], ['Công ty', 'company'], ['Địa chỉ', 'address'], ['Người phụ trách', 'owner']] as const) {
    await expect(imports.column(column)).toHaveValue(becomes);
  }
  await isAccessible(admin.page, 'columns of a file');
  await imports.check();
  await imports.counts('Khách hàng mới', '2');
  await imports.counts('Dòng có lỗi', '2');
  const bad = admin.page.getByRole('row').filter({ hasText: 'Trần Nhập Bốn' });
  await expect(bad).toContainText('SĐT:');
  await expect(bad).toContainText('Người phụ trách:');
  await isAccessible(admin.page, 'a rehearsed import');
  const download = admin.page.waitForEvent('download');
  await admin.page.getByRole('link', { name: 'Tải các dòng có lỗi' }).click();
  const rejected = readFileSync(await (await download).path(), 'utf8');
  expect(rejected.split('\r\n')[0]).toContain('Lý do không nhập');
  expect(rejected).toContain('Trần Nhập Bốn');

  await imports.run();
  await imports.isDone();
  await imports.counts('Khách hàng mới', '2');
  await admin.customers.open();
  await admin.customers.search('0911226003');
  await expect(admin.customers.names).toHaveText(['Đặng Đức Nhập Hai']);
  await admin.customers.search('nhap mot');
  await admin.customers.pick('Nguyễn Thị Nhập Một');
  await expect(admin.page.getByRole('main')).toContainText(LAN.name);
  await expect(admin.page.getByRole('main')).toContainText('12 Lê Lợi; Hà Nội');

  await imports.open();
  await admin.page.getByRole('link', { name: 'Khách Hà Nội.csv' }).click();
  await imports.undo();
  await imports.counts('Khách hàng đã xóa', '2');
  await admin.customers.open();
  await admin.customers.search('0911226003');
  await expect(admin.customers.names).toHaveCount(0);
});

test('a workbook whose numbers lost their zero is brought in; who is known is merged or updated', async ({ office }) => {
  const admin = await office.member(ADMIN);
  await admin.hasCustomer('Khách Quen Cũ', '0911226101', { company: 'Cũ' });
  const imports = new Imports(admin.page);
  const file = workbook('khách.xlsx', [
    ['Họ tên', 'Điện thoại', 'Công ty', 'Email'],
    ['Khách Quen Mới', 911226101, 'Mới', 'quen@nhap.example'],
    ['Khách Lạ', '0911 226 102', 'Mới', ''],
  ]);
  await imports.open();
  await imports.give(file);
  await imports.check();
  await imports.counts('Khách hàng mới', '1');
  await imports.counts('Dòng cập nhật', '1');
  await imports.button('Sửa cột').click();
  await imports.whenKnown('Giữ nguyên');
  await imports.check();
  await imports.counts('Dòng trùng', '1');
  await imports.button('Sửa cột').click();
  await imports.whenKnown('Cập nhật');
  await imports.check();
  await imports.run();
  await imports.isDone();
  await admin.customers.open();
  await admin.customers.search('0911226101');
  await expect(admin.customers.row('Khách Quen Mới')).toContainText('Mới');
  await imports.open();
  await admin.page.getByRole('link', { name: 'khách.xlsx' }).click();
  await imports.undo();
  await imports.counts('Khách hàng đã xóa', '1');
  await imports.counts('trở lại như trước', '1');
  await admin.customers.open();
  await admin.customers.search('0911226101');
  await expect(admin.customers.row('Khách Quen Cũ')).toContainText('Cũ');
});

test('what takes long is stopped and goes on', async ({ office }) => {
  test.setTimeout(120_000);
  const admin = await office.member(ADMIN);
  const imports = new Imports(admin.page);
  await imports.open();
  await imports.give(people(60_000, 1_000_000));
  await imports.check();
  await imports.run();
  await imports.button('Dừng').click();
  await admin.page.getByRole('heading', { name: 'Đã dừng', exact: true }).waitFor();
  await imports.button('Nhập tiếp').click();
  await imports.isDone();
  await imports.counts('Khách hàng mới', '60.000');
});

test('an import goes on after its server was killed, and brings everybody in once', async ({ browser }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'alo-import-'));
  const first = await Server.start({}, folder);
  const office = new Office(browser, first);
  const admin = await office.member(ADMIN);
  const imports = new Imports(admin.page);
  await imports.open();
  await imports.give(people(60_000, 2_000_000));
  await imports.check();
  await imports.run();
  await admin.page.getByRole('heading', { name: 'Đang nhập', exact: true }).waitFor();
  const address = new URL(admin.page.url()).pathname;
  await admin.page.close();
  process.kill(first.pid ?? 0, 'SIGKILL');

  const second = await Server.start({}, folder);
  try {
    const later = new Office(browser, second);
    const again = await later.member(ADMIN, { at: address });
    const goesOn = new Imports(again.page);
    await goesOn.isDone();
    await goesOn.counts('Khách hàng mới', '60.000');
    await later.close();
  } finally {
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('files that are none are refused in words, and agents do not import', async ({ office }) => {
  office.watch.expect(/Failed to load resource/);
  const manager = await office.member(QUAN, { viewport: { width: 390, height: 844 }, at: '/customers/import' });
  const imports = new Imports(manager.page);
  await isAccessible(manager.page, 'imports on a small screen');
  const input = manager.page.locator('input[type=file]');
  await input.setInputFiles({ name: 'ảnh.csv', mimeType: 'text/csv', buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') });
  await expect(manager.page.getByText('Không đọc được tệp này')).toBeVisible();
  await input.setInputFiles(csv('trống.csv', ['Họ tên,SĐT']));
  await expect(manager.page.getByText('Tệp không có dòng khách hàng nào')).toBeVisible();
  await imports.give(csv('nhỏ.csv', ['Họ tên,SĐT', 'Khách Nhỏ,0911226301']));
  await isAccessible(manager.page, 'columns on a small screen');
  await imports.button('Bỏ tệp này').click();
  await expect(manager.frame.told('Đã bỏ tệp')).toBeVisible();

  const lan = await office.member(LAN, { at: '/customers' });
  await expect(lan.page.getByRole('link', { name: 'Nhập từ tệp' })).toHaveCount(0);
  await lan.open('/customers/import');
  await expect(lan.page.getByRole('main').getByRole('alert')).toContainText('không có quyền');
});
