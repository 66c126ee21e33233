import { isAccessible } from '../support/accessible';
import { ADMIN, LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a record is found and opened by keys alone, and is there again the next time', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.hasCustomer('Tạ Bích Liên Hoa', '0911226401', { company: 'Gỗ Đồng Kỵ 41' });
  const search = lan.page.getByRole('searchbox');
  await search.focus();
  await lan.palette.open();
  await lan.palette.type('lien hoa');
  await expect(lan.palette.of('Khách hàng').first()).toContainText('Tạ Bích Liên Hoa');
  await isAccessible(lan.page, 'the palette');
  await lan.page.keyboard.press('Escape');
  await expect(lan.palette.window).toBeHidden();
  await expect(search, 'the focus is where it was').toBeFocused();
  await lan.palette.open();
  await lan.palette.type('+84 911-226-401');
  await expect(lan.palette.of('Số điện thoại').first()).toContainText('Tạ Bích Liên Hoa');
  await lan.palette.type('dong ky 41');
  await expect(lan.palette.active).toContainText('Tạ Bích Liên Hoa');
  await lan.page.keyboard.press('ArrowDown');
  await expect(lan.palette.active).toContainText('Gỗ Đồng Kỵ 41');
  await lan.page.keyboard.press('Home');
  await lan.page.keyboard.press('Enter');
  await lan.frame.heading('Tạ Bích Liên Hoa').waitFor();
  await lan.open('/calls');
  await lan.palette.open();
  await expect(lan.palette.of('Vừa mở').first()).toContainText('Tạ Bích Liên Hoa');
});

test('the key that opens it counts as soon as it is closed', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.palette.open();
  await lan.palette.type('khach hang');
  // The browser tells that it is closed with the next frame; the key comes before.
  const told = await lan.palette.window.evaluateHandle((dialog) => {
    const key = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true });
    const closed = new MutationObserver(() => {
      closed.disconnect();
      dispatchEvent(key);
    });
    closed.observe(dialog, { attributeFilter: ['open'] });
    return { closed: new Promise<Event>((tell) => dialog.addEventListener('close', tell)) };
  });
  await lan.page.keyboard.press('Escape');
  await told.evaluate(async ({ closed }) => void (await closed));
  await expect(lan.palette.field).toBeFocused();
  await expect(lan.palette.field, 'opened anew').toHaveValue('');
});

test('a typed number is dialled', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Hồ Thị Gọi Nhanh', '0911226402');
  await lan.palette.open();
  await lan.palette.type('0911 226 402');
  await expect(lan.palette.active).toContainText('Gọi 0911 226 402');
  await expect(lan.palette.active).toContainText('Hồ Thị Gọi Nhanh');
  await lan.page.keyboard.press('Enter');
  await expect(lan.palette.window).toBeHidden();
  await lan.dock.card('Hồ Thị Gọi Nhanh').shows('Đang đàm thoại');
});

test('pages and things to do are those of the role, on a small screen too', async ({ office }) => {
  const lan = await office.member(LAN, { viewport: { width: 390, height: 844 } });
  await lan.palette.press();
  await expect(lan.palette.pageNamed('Khách hàng')).toBeVisible();
  await expect(lan.palette.pageNamed('Nhân viên')).toHaveCount(0);
  await isAccessible(lan.page, 'the palette on a small screen');
  await lan.palette.type('giao dien toi');
  await lan.palette.active.click();
  await expect(lan.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const admin = await office.member(ADMIN);
  await admin.palette.open();
  await admin.palette.type('nhan vien');
  await admin.palette.pageNamed('Nhân viên').click();
  await admin.frame.heading('Nhân viên').waitFor();
});
