import { isAccessible } from '../support/accessible';
import { ADMIN, HUNG, LAN } from '../support/people';
import { expect, test } from '../support/test';

test.use({ house: 'deals' });

test('a deal is made for a customer, with the money as people type it', async ({ office }) => {
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Kiều Thị Sen', '0911222401', { company: 'Sen Hồ Tây' });
  await lan.open(`/customers/${id}`);
  await lan.page.getByRole('link', { name: 'Thêm cơ hội', exact: true }).click();
  const main = lan.page.getByRole('main');
  await expect(main.getByLabel('Công ty', { exact: true }), "the customer's company is the deal's").toHaveValue('Sen Hồ Tây');
  await main.getByLabel('Tên cơ hội').fill('Trà sen 50 kg');
  await main.getByLabel('Giá trị').fill('1,5 tỷ');
  await expect(main.getByLabel('Giá trị')).toHaveAccessibleDescription('1.500.000.000 ₫');
  await main.getByLabel('Ngày dự kiến chốt').fill('2031-01-31');
  await main.getByRole('button', { name: 'Tạo cơ hội', exact: true }).click();
  await expect(lan.frame.heading('Trà sen 50 kg')).toBeVisible();
  await expect(main.getByText('31/01/2031')).toBeVisible();
  await isAccessible(lan.page, "a deal's record");
  await main.getByRole('link', { name: 'Kiều Thị Sen' }).click();
  const deals = lan.page.getByRole('region', { name: 'Cơ hội', exact: true });
  await expect(deals.getByRole('listitem')).toContainText('1.500.000.000 ₫');
  await expect(lan.record.timeline).toContainText('tạo cơ hội ở Tiếp cận');
});

test('what is wrong with a deal stands at its field', async ({ office }) => {
  office.watch.expect(/deals\/create/);
  const lan = await office.member(LAN, { at: '/deals/new' });
  const main = lan.page.getByRole('main');
  await main.getByLabel('Giá trị').fill('nhiều lắm');
  await main.getByRole('button', { name: 'Tạo cơ hội', exact: true }).click();
  await expect(main.getByLabel('Tên cơ hội')).toHaveAccessibleDescription('Hãy điền ô này.');
  await expect(main.getByText('Hãy chọn khách hàng hoặc nhập công ty')).toBeVisible();
  await expect(main.getByLabel('Giá trị')).toHaveAccessibleDescription(/Hãy nhập số tiền/);
});

test('a card is dragged to another stage, and the sums follow', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.hasDeal('Ấm đất 30 bộ', { amount: '40tr', company: 'Kéo Thả' });
  await lan.open('/deals?q=keo+tha');
  await expect(lan.deals.column('Tiếp cận')).toContainText('40.000.000 ₫');
  await lan.deals.drag('Ấm đất 30 bộ', 'Tiếp cận', 'Báo giá');
  await expect(lan.deals.card('Báo giá', 'Ấm đất 30 bộ')).toBeVisible();
  await expect(lan.deals.column('Báo giá')).toContainText('1 cơ hội');
  await expect(lan.deals.column('Tiếp cận')).toContainText('0 cơ hội');
  await lan.open('/deals?q=keo+tha');
  await expect(lan.deals.card('Báo giá', 'Ấm đất 30 bộ'), 'it was kept').toBeVisible();
});

test('a card is moved with the keyboard alone', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.hasDeal('Bàn phím cơ 20 cái', { company: 'Phím Mũi Tên' });
  await lan.open('/deals?q=mui+ten');
  await lan.deals.link('Bàn phím cơ 20 cái').focus();
  await lan.page.keyboard.press('Space');
  await expect(lan.frame.told('Đã nhấc Bàn phím cơ 20 cái')).toBeAttached();
  await lan.page.keyboard.press('ArrowRight');
  await lan.page.keyboard.press('Escape');
  await expect(lan.deals.card('Tiếp cận', 'Bàn phím cơ 20 cái'), 'put back').toBeVisible();
  for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space']) await lan.page.keyboard.press(key);
  await expect(lan.deals.card('Báo giá', 'Bàn phím cơ 20 cái')).toBeVisible();
  await expect(lan.deals.link('Bàn phím cơ 20 cái'), 'the focus goes along').toBeFocused();
});

test('a card is moved with a finger', async ({ office }) => {
  const lan = await office.member(LAN, { hasTouch: true });
  await lan.hasDeal('Găng tay 500 đôi', { company: 'Ngón Tay' });
  await lan.open('/deals?q=ngon+tay');
  await lan.deals.dragByFinger('Găng tay 500 đôi', 'Tiếp cận', 'Tìm hiểu nhu cầu');
  await expect(lan.deals.card('Tìm hiểu nhu cầu', 'Găng tay 500 đôi')).toBeVisible();
});

test('a move that is refused goes back, to where somebody else has put the card', async ({ office }) => {
  office.watch.expect(/deals\/move/);
  const lan = await office.member(LAN);
  const id = await lan.hasDeal('Kệ sắt 12 tầng', { company: 'Hai Người' });
  await lan.open('/deals?q=hai+nguoi');
  const hung = await office.member(HUNG);
  await hung.movesDeal(id, 1, 'sales-4');
  await lan.deals.drag('Kệ sắt 12 tầng', 'Tiếp cận', 'Tìm hiểu nhu cầu');
  await expect(lan.deals.card('Thương lượng', 'Kệ sắt 12 tầng')).toBeVisible();
  await expect(lan.frame.told(/Người khác vừa sửa/).first()).toBeAttached();
});

test('a move that cannot reach the server is taken back', async ({ office }) => {
  office.watch.expect(/deals\/move/);
  const lan = await office.member(LAN);
  await lan.hasDeal('Quạt trần 40 cái', { company: 'Mất Mạng' });
  await lan.open('/deals?q=mat+mang');
  await lan.page.route('**/api/deals/move', (route) => route.abort());
  await lan.deals.drag('Quạt trần 40 cái', 'Tiếp cận', 'Báo giá');
  await expect(lan.deals.card('Tiếp cận', 'Quạt trần 40 cái')).toBeVisible();
  await expect(lan.frame.told(/Chưa chuyển được/).first()).toBeAttached();
});

test('a deal is lost only once it is said why', async ({ office }) => {
  // First and last column side by side.
  const lan = await office.member(LAN, { viewport: { width: 2200, height: 900 } });
  await lan.hasDeal('Sơn tường 200 thùng', { company: 'Thua Giá' });
  await lan.open('/deals?q=thua+gia');
  await lan.deals.drag('Sơn tường 200 thùng', 'Tiếp cận', 'Mất');
  const question = lan.frame.question('Vì sao mất Sơn tường 200 thùng?');
  await question.getByRole('button', { name: 'Hủy' }).click();
  await expect(lan.deals.card('Tiếp cận', 'Sơn tường 200 thùng')).toBeVisible();
  await lan.deals.link('Sơn tường 200 thùng').click();
  await lan.page.getByRole('button', { name: 'Mất', exact: true }).click();
  await question.getByLabel('Lý do mất').selectOption('Giá cao');
  await question.getByRole('button', { name: 'Chuyển sang mất' }).click();
  await expect(lan.record.timeline).toContainText('chuyển từ Tiếp cận sang Mất, vì Giá cao');
});

test('board, list and forecast are accessible, and the list is ordered by its heads', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.hasDeal('Bàn ghế lớp học', { amount: '90tr', company: 'Danh Sách' });
  await lan.hasDeal('Áo mưa 100 cái', { amount: '9tr', company: 'Danh Sách' });
  for (const address of ['/deals', '/deals?view=list', '/deals?view=forecast', '/deals/new', '/companies', '/companies/new']) {
    await lan.open(address);
    await isAccessible(lan.page, address);
  }
  await lan.open('/deals?view=list&q=danh+sach');
  await lan.page.getByRole('link', { name: 'Giá trị' }).click();
  await expect(lan.customers.names).toHaveText(['Bàn ghế lớp học', 'Áo mưa 100 cái']);
  await lan.page.getByRole('link', { name: 'Tên cơ hội' }).click();
  await expect(lan.customers.names).toHaveText(['Áo mưa 100 cái', 'Bàn ghế lớp học']);
});

test('an admin defines the stages, and the board shows them', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/settings/pipelines' });
  await isAccessible(admin.page, 'pipelines');
  await admin.page.getByRole('button', { name: 'Thêm quy trình' }).click();
  const form = admin.page.getByRole('region', { name: 'Quy trình mới' });
  await form.getByLabel('Tên quy trình').fill('Gia hạn');
  await form.getByLabel('Giai đoạn 1', { exact: true }).fill('Nhắc hạn');
  await form.getByRole('button', { name: 'Lưu quy trình' }).click();
  await expect(admin.frame.told('Đã lưu quy trình Gia hạn')).toBeVisible();
  await admin.open('/deals');
  await admin.page.getByLabel('Quy trình').selectOption('Gia hạn');
  await expect(admin.deals.column('Nhắc hạn')).toBeVisible();
});
