import { readFile } from 'node:fs/promises';
import { isAccessible } from '../support/accessible';
import { Log } from '../support/pages/log';
import { hadCall } from '../support/past-calls';
import { ADMIN, HA, HUNG, LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('filters combine, stand in the address and survive a reload', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/calls' });
  const log = new Log(admin.page);
  await admin.page.getByRole('combobox', { name: 'Chiều gọi' }).selectOption({ label: 'Gọi đến' });
  const outcomes = await log.add('Kết quả');
  await outcomes.getByLabel('Cuộc gọi nhỡ').check();
  await outcomes.getByLabel('Đã từ chối').check();
  await expect(admin.page).toHaveURL(/direction=inbound.*outcome=missed%2Crejected/);
  const agents = await log.add('Nhân viên');
  await agents.getByLabel(LAN.name).check();
  await admin.page.keyboard.press('Escape');
  await expect(log.chip('Nhân viên')).toHaveText(`Nhân viên: ${LAN.name}`);
  await expect(log.column('agent').filter({ hasNotText: LAN.name })).toHaveCount(0);
  await expect(log.column('outcome').filter({ hasNotText: /Cuộc gọi nhỡ|Đã từ chối/ })).toHaveCount(0);
  const count = await log.rows.count();
  expect(count).toBeGreaterThan(0);
  await isAccessible(admin.page, 'the narrowed log');
  await admin.page.reload();
  await expect(log.chip('Nhân viên')).toHaveText(`Nhân viên: ${LAN.name}`);
  await expect(log.rows).toHaveCount(count);
  await log.takeOff('Nhân viên');
  await expect(log.chip('Nhân viên')).toHaveCount(0);
  await admin.page.getByRole('button', { name: 'Bỏ bộ lọc', exact: true }).click();
  await expect(log.chip('Kết quả')).toHaveCount(0);
  await expect(log.rows).toHaveCount(50);
});

test('a number is found by its last digits in any spelling, and too little of one is said at its field', async ({ office }) => {
  const lan = await office.member(LAN, { at: '/calls' });
  await hadCall(lan, { number: '0911 224 501', talk: 75 });
  const log = new Log(lan.page);
  const number = await log.add('Số điện thoại');
  await number.getByLabel('Số điện thoại').fill('1');
  await number.getByLabel('Số điện thoại').press('Enter');
  await expect(number.getByText('Hãy nhập ít nhất 3 chữ số.')).toBeVisible();
  await expect(number.getByLabel('Số điện thoại'), 'what was typed stays').toHaveValue('1');
  await number.getByLabel('Số điện thoại').fill('224.501');
  await number.getByLabel('Số điện thoại').press('Enter');
  await expect(log.rows).toHaveCount(1);
  await expect(log.rows.first()).toContainText('0911 224 501');
  const talk = await log.add('Thời lượng');
  await talk.getByLabel('Từ (giây)').fill('76');
  await talk.getByLabel('Từ (giây)').press('Enter');
  await expect(lan.page.getByText('Không có cuộc gọi nào khớp bộ lọc')).toBeVisible();
  await lan.page.getByRole('link', { name: 'Bỏ bộ lọc' }).click();
  await expect(log.rows.first()).toBeVisible();
});

test('a view is kept, opened first, changed and taken away', async ({ office }) => {
  const quan = await office.member(QUAN, { at: '/calls' });
  const log = new Log(quan.page);
  await quan.page.getByRole('combobox', { name: 'Chiều gọi' }).selectOption({ label: 'Gọi đi' });
  await quan.page.getByRole('button', { name: 'Lưu chế độ xem' }).click();
  const form = quan.frame.question('Lưu chế độ xem');
  await form.getByLabel('Tên chế độ xem').fill('Gọi đi của các nhóm');
  await form.getByLabel('Chia sẻ với mọi người').check();
  await isAccessible(quan.page, 'naming a view');
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(log.tab('Gọi đi của các nhóm')).toHaveAttribute('aria-current', 'page');

  await quan.page.getByRole('button', { name: 'Thao tác với chế độ xem' }).click();
  await log.panel('Thao tác với chế độ xem').getByRole('button', { name: 'Mở đầu tiên' }).click();
  await expect(quan.frame.told('Danh sách sẽ mở đầu tiên ở Gọi đi của các nhóm')).toBeVisible();
  await quan.open('/calls');
  await expect(quan.page).toHaveURL(/direction=outbound.*view=/);
  await expect(log.column('direction').filter({ hasNotText: 'Gọi đi' })).toHaveCount(0);

  const lan = await office.member(LAN, { at: '/calls' });
  await new Log(lan.page).tab('Gọi đi của các nhóm').click();
  await expect(lan.page).toHaveURL(/direction=outbound/);
  await expect(lan.page.getByRole('button', { name: 'Thao tác với chế độ xem' })).toBeVisible();
  await lan.page.getByRole('button', { name: 'Thao tác với chế độ xem' }).click();
  await expect(lan.page.getByRole('button', { name: 'Xóa chế độ xem' }), 'not hers').toHaveCount(0);

  await quan.page.getByRole('button', { name: 'Thao tác với chế độ xem' }).click();
  await log.panel('Thao tác với chế độ xem').getByRole('button', { name: 'Xóa chế độ xem' }).click();
  await quan.frame.question('Xóa chế độ xem').getByRole('button', { name: 'Xóa chế độ xem' }).click();
  await expect(quan.frame.told('Đã xóa chế độ xem Gọi đi của các nhóm')).toBeVisible();
  await expect(log.tab('Gọi đi của các nhóm')).toHaveCount(0);
});

test('the file holds exactly the rows and columns that are shown, and no formula', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.hasCustomer('=HYPERLINK("http://x"), "Cty"', '0911224502');
  await hadCall(lan, { number: '0911224502', talk: 187, note: '+84 hẹn gọi lại,\n"gấp"' });
  await hadCall(lan, { number: '0911224503' });
  const quan = await office.member(QUAN, { at: '/calls?number=091122450&order=oldest' });
  const log = new Log(quan.page);
  await quan.page.getByRole('button', { name: 'Cột' }).click();
  await log.panel('Cột').getByLabel('Nhóm').check();
  await expect(quan.page.getByRole('columnheader', { name: 'Nhóm' })).toBeVisible();
  await log.panel('Cột').getByLabel('Giữ máy').uncheck();
  await quan.page.keyboard.press('Escape');
  await expect(quan.page.getByRole('columnheader', { name: 'Nhóm' })).toBeVisible();
  await expect(log.column('team').first()).toHaveText('Kinh doanh');

  await quan.page.getByRole('button', { name: 'Xuất CSV' }).click();
  const dialog = quan.frame.question('Xuất CSV');
  const coming = quan.page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Bắt đầu xuất' }).click();
  const file = await coming;
  await expect(dialog.getByRole('status')).toHaveText(/Đã xuất \d+ cuộc gọi/);
  expect(file.suggestedFilename()).toMatch(/^alo-calls-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFF'), 'spreadsheets read it as UTF-8').toBe(true);
  const [heads, ...rows] = read(text.slice(1));
  expect(heads).toEqual([
    'Chiều gọi', 'Khách hàng', 'Số điện thoại', 'Nhân viên', 'Nhóm', 'Bắt đầu', 'Đổ chuông', 'Đàm thoại', 'Kết quả',
    'Kết quả tư vấn', 'Ghi chú cuộc gọi',
  ]);
  expect(rows).toHaveLength(await log.rows.count());
  const talked = rows.find((row) => row[2] === '0911 224 502');
  expect(talked?.[1]).toBe(`'=HYPERLINK("http://x"), "Cty"`);
  expect(talked?.slice(3, 5)).toEqual([LAN.name, 'Kinh doanh']);
  expect([talked?.[7], talked?.[8]]).toEqual(['0:03:07', 'Đã đàm thoại']);
  expect(talked?.[10]).toBe(`'+84 hẹn gọi lại,\n"gấp"`);
  const shown = await log.column('who').allTextContents();
  rows.forEach((row, n) => expect(shown[n]).toContain(row[2]));
});

test('a file can be stopped; agents take none home', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/calls' });
  let asked = () => {};
  const begun = new Promise<void>((resolve) => { asked = resolve; });
  // The server answers when the test says so: the press on "stop" comes first.
  await admin.page.route('**/calls/export.csv*', async (route) => {
    asked();
    await admin.page.getByRole('button', { name: 'Dừng' }).click();
    await route.continue();
  });
  await admin.page.getByRole('button', { name: 'Xuất CSV' }).click();
  const dialog = admin.frame.question('Xuất CSV');
  await dialog.getByRole('button', { name: 'Bắt đầu xuất' }).click();
  await begun;
  await expect(dialog.getByText('Đã dừng. Chưa có tệp nào được lưu.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Bắt đầu xuất' })).toBeVisible();

  const lan = await office.member(LAN, { at: '/calls' });
  await expect(lan.page.getByRole('button', { name: 'Xuất CSV' })).toHaveCount(0);
  expect((await lan.context.request.get('/calls/export.csv')).status()).toBe(403);
});

test('everybody sees what is theirs to see', async ({ office }) => {
  const hung = await office.member(HUNG);
  const call = await hadCall(hung, { number: '0911224504' });
  office.watch.expect(/calls\/(story|list)/, new RegExp(`/calls/${call}`), /agent=/);
  const lan = await office.member(LAN, { at: '/calls' });
  await expect(lan.calls.rows('0911 224 504')).toHaveCount(0);
  await expect(lan.frame.heading('Cuộc gọi của tôi')).toBeVisible();
  await lan.open(`/calls/${call}`);
  await expect(lan.page.getByText('Bạn không có quyền làm việc này.')).toBeVisible();

  const quan = await office.member(QUAN, { at: '/calls' });
  await expect(quan.calls.rows('0911 224 504').first()).toContainText(HUNG.name);
  await quan.calls.openStory('0911 224 504');
  await expect(quan.page.getByRole('button', { name: 'Xóa cuộc gọi' })).toHaveCount(0);

  const admin = await office.member(ADMIN, { at: `/calls/${call}` });
  const seen = admin.page.getByRole('region', { name: 'Đã xem' });
  await expect(seen.getByRole('listitem').filter({ hasText: QUAN.name })).toContainText('mở xem');
  await expect(seen.getByRole('listitem').filter({ hasText: LAN.name }), 'refused, so not seen').toHaveCount(0);
});

test('an admin takes calls away, from the call and from the list', async ({ office }) => {
  // Its page may hear that the call is gone before it is led away, and ask once more for its recording.
  office.watch.expect(/status of 404.*\/api\/calls\/recording/);
  const ha = await office.member(HA);
  const number = '0911224505';
  const id = await ha.hasCustomer('Khách Bị Gọi Nhầm', number);
  await hadCall(ha, { number });
  await hadCall(ha, { number });
  await hadCall(ha, { number });
  const admin = await office.member(ADMIN, { at: '/calls?number=0911224505' });
  const log = new Log(admin.page);
  await expect(log.rows).toHaveCount(3);
  await log.rows.first().locator('[data-row]').click();
  await admin.frame.heading('Diễn biến cuộc gọi').waitFor();
  await admin.page.getByRole('button', { name: 'Xóa cuộc gọi' }).click();
  const question = admin.frame.question('Xóa cuộc gọi');
  await expect(question).toContainText('Xóa 1 cuộc gọi');
  await isAccessible(admin.page, 'the question before a call goes');
  await question.getByRole('button', { name: 'Xóa cuộc gọi' }).click();
  await expect(admin.frame.told('Đã xóa 1 cuộc gọi')).toBeVisible();

  await admin.open('/calls?number=0911224505');
  await expect(log.rows).toHaveCount(2);
  await admin.page.getByLabel('Chọn mọi cuộc gọi đang hiển thị').check();
  await expect(admin.page.getByText('Đã chọn 2 cuộc gọi')).toBeVisible();
  await admin.page.getByRole('button', { name: 'Xóa cuộc gọi' }).click();
  await admin.frame.question('Xóa cuộc gọi').getByRole('button', { name: 'Xóa cuộc gọi' }).click();
  await expect(admin.page.getByText('Không có cuộc gọi nào khớp bộ lọc')).toBeVisible();
  await ha.open(`/customers/${id}`);
  await expect(ha.page.getByRole('main').getByText('Cuộc gọi nhỡ')).toHaveCount(0);
});

test('in English on a telephone the log is narrowed without scrolling sideways', async ({ office }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, language: 'en' } as const;
  const quan = await office.member(QUAN, { at: '/calls?outcome=missed&period=month', ...phone });
  await expect(quan.page.getByRole('button', { name: 'Outcome: Missed call' })).toBeVisible();
  await quan.page.getByRole('button', { name: 'Outcome: Missed call' }).click();
  await expect(quan.page.getByRole('group', { name: 'Outcome', exact: true }).getByLabel('Missed call')).toBeChecked();
  await isAccessible(quan.page, 'a filter on a telephone');
  const overflow = await quan.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

/** The cells of a file of comma-separated values. */
function read(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
