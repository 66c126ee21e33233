import type { Member } from '../support/member';
import { ADMIN, HUNG, LAN } from '../support/people';
import { expect, test } from '../support/test';

const PAGE = '/settings/telephone/directory';

test.use({ house: 'directory' });

const queues = (admin: Member) => admin.page.getByRole('region', { name: 'Nhánh (hàng đợi)' });
const seats = (admin: Member) => admin.page.getByRole('region', { name: 'Máy lẻ' });

async function addQueue(admin: Member, name: string, id: string): Promise<void> {
  await admin.page.getByLabel('Tên nhánh').fill(name);
  await admin.page.getByLabel('Mã nhánh').fill(id);
  await admin.page.getByRole('button', { name: 'Thêm nhánh' }).click();
}

test('queues are added, put in order, renamed and taken away, and calls are passed on by these names', async ({ office }) => {
  office.watch.expect(/directory\/add/);
  const admin = await office.member(ADMIN, { at: PAGE });
  const rows = queues(admin).getByRole('listitem');
  await expect(rows).toContainText(['Chăm sóc khách hàng']);
  await addQueue(admin, 'Kinh doanh', 'kd');
  await expect(rows).toContainText(['Chăm sóc khách hàng', 'Kinh doanh']);
  await test.step('in another order, by keyboard', async () => {
    await admin.page.getByRole('button', { name: 'Đưa Kinh doanh lên' }).press('Enter');
    await expect(rows).toContainText(['Kinh doanh', 'Chăm sóc khách hàng']);
    await expect(admin.page.getByRole('button', { name: 'Đưa Kinh doanh xuống' }), 'the row keeps the focus').toBeFocused();
  });
  await test.step('under another name', async () => {
    await admin.page.getByRole('button', { name: 'Sửa Chăm sóc khách hàng' }).click();
    const form = rows.filter({ has: admin.page.locator('form') });
    await form.getByLabel('Tên').fill('Hậu mãi');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await expect(rows).toContainText(['Kinh doanh', 'Hậu mãi']);
  });
  await test.step('what is there already is said at its field', async () => {
    await addQueue(admin, 'Hau mai', 'khac');
    await expect(admin.page.getByLabel('Tên nhánh')).toHaveAccessibleDescription('Đã có người khác dùng.');
    await admin.page.getByRole('button', { name: 'Xóa Kinh doanh' }).click();
    await expect(rows).toContainText(['Hậu mãi']);
    await expect(rows).toHaveCount(1);
  });
  await test.step('a member passes a call on by that name', async () => {
    const [lan, hung] = [await office.agent(LAN), await office.agent(HUNG)];
    await office.control.ring('0911227001', { agent: LAN.seat });
    const card = lan.dock.card('0911 227 001');
    await card.answer();
    await card.shows('Đang đàm thoại');
    await card.find('hau mai');
    await lan.page.keyboard.press('Enter');
    const passed = hung.dock.card('0911 227 001');
    await passed.answer();
    await passed.shows('Đang đàm thoại');
    await passed.hangUp();
  });
});

test('the staff is in it by itself, others are added by hand, and a call goes to them by name', async ({ office }) => {
  office.watch.expect(/directory\/add/);
  const admin = await office.member(ADMIN, { at: PAGE });
  const rows = seats(admin).getByRole('listitem');
  await expect(rows.filter({ hasText: LAN.name })).toContainText('Nhân viên');
  await expect(rows.filter({ hasText: LAN.name }).getByRole('button'), 'nothing to do there').toHaveCount(0);
  await admin.page.getByLabel('Tên nơi nhận').fill('Lan lần nữa');
  await seats(admin).getByLabel('Số máy lẻ').fill('5001');
  await admin.page.getByRole('button', { name: 'Thêm máy lẻ' }).click();
  await expect(seats(admin).getByLabel('Số máy lẻ')).toHaveAccessibleDescription('Đã có người khác dùng.');
  await seats(admin).getByLabel('Số máy lẻ').fill('5088');
  await admin.page.getByLabel('Tên nơi nhận').fill('Kho Long Biên');
  await admin.page.getByRole('button', { name: 'Thêm máy lẻ' }).click();
  await expect(rows.filter({ hasText: 'Kho Long Biên' })).toContainText('5088');
  const lan = await office.agent(LAN);
  await lan.dock.dial('0911227002');
  const card = lan.dock.card('0911 227 002');
  await card.shows('Đang đàm thoại');
  await card.openTransfer();
  await expect(card.target(/Kho Long Biên/)).toBeVisible();
  await expect(card.target(new RegExp(LAN.name)), 'nobody passes on to themselves').toHaveCount(0);
  await card.target(/Kho Long Biên/).click();
  await expect(lan.frame.told('Không chuyển được cuộc gọi'), 'nobody is at that seat').toBeVisible();
  await card.shows('Đang đàm thoại');
  await card.hangUp();
});

test('members see no directory to change', async ({ office }) => {
  office.watch.expect(/settings\/telephone\/directory/);
  const lan = await office.member(LAN, { at: PAGE });
  await expect(lan.page.getByText('Bạn không có quyền làm việc này.')).toBeVisible();
});
