import type { Member } from '../support/member';
import { ADMIN, LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test.use({ house: 'wrap-up settings' });

async function saveSettings(admin: Member, limit: string, required: boolean): Promise<void> {
  await admin.page.getByLabel('Thời gian tối đa (giây)').fill(limit);
  await admin.page.getByLabel('Bắt buộc chọn kết quả').setChecked(required);
  await admin.page.getByRole('button', { name: 'Lưu', exact: true }).click();
}

test('an admin defines what calls come to, and agents choose from it', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/settings/dispositions' });
  const rows = admin.page.getByRole('region', { name: 'Các kết quả' }).getByRole('listitem');
  await expect(rows.first()).toContainText('Chốt đơn');
  await admin.page.getByLabel('Kết quả mới').fill('Chuyển bảo hành');
  await admin.page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(admin.frame.told('Đã thêm Chuyển bảo hành')).toBeVisible();
  await expect(rows.last()).toContainText('Chuyển bảo hành');

  office.watch.expect(/dispositions\/create/);
  await admin.page.getByLabel('Kết quả mới').fill('chuyen BAO hanh');
  await admin.page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(admin.page.getByLabel('Kết quả mới')).toHaveAccessibleDescription('Đã có người khác dùng.');

  const up = admin.page.getByRole('button', { name: 'Đưa Hẹn gọi lại lên' });
  await up.focus();
  await up.press('Enter');
  await expect(rows.first()).toContainText('Hẹn gọi lại');
  await expect(admin.page.getByRole('button', { name: 'Đưa Hẹn gọi lại xuống' })).toBeFocused();
  await admin.page.getByRole('button', { name: 'Đổi tên Khiếu nại' }).click();
  await admin.page.getByLabel('Tên kết quả').fill('Phàn nàn');
  await rows.getByRole('button', { name: 'Lưu', exact: true }).click();
  await admin.page.getByRole('button', { name: 'Ngừng dùng Sai số' }).click();
  await expect(rows.filter({ hasText: 'Sai số' })).toContainText('Ngừng dùng');

  const lan = await office.agent(LAN);
  await office.control.ring('0911223811', { agent: '5001' });
  const card = lan.dock.card('0911 223 811');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.hangUp();
  await card.shows('Đã kết thúc');
  await expect(card.disposition('Chuyển bảo hành')).toBeVisible();
  await expect(card.disposition('Phàn nàn')).toBeVisible();
  await expect(card.disposition('Sai số')).toHaveCount(0);
  await lan.page.locator('body').press('1');
  await expect(card.disposition('Hẹn gọi lại')).toBeChecked();
  await card.done();
});

test('a time limit counts down, and a disposition can be required', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: '/settings/dispositions' });
  office.watch.expect(/wrap-up\/save-settings/);
  await saveSettings(admin, '5', true);
  await expect(admin.page.getByLabel('Thời gian tối đa (giây)')).toHaveAccessibleDescription('Hãy nhập một số từ 10 đến 3600.');
  await saveSettings(admin, '10', true);
  await expect(admin.frame.told('Đã lưu cài đặt')).toBeVisible();

  const lan = await office.agent(LAN);
  await office.control.ring('0911223812', { agent: '5001' });
  const card = lan.dock.card('0911 223 812');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.hangUp();
  await card.shows(/^Còn 0:0\d$/);
  await card.button('Xong').click();
  await card.shows('Hãy chọn kết quả cuộc gọi.');
  await card.shows('Hết giờ ghi nhận, bạn vẫn có thể điền tiếp.');
  await card.disposition('Chốt đơn').check();
  await card.done();
  await saveSettings(admin, '', false);
});

test('managers and agents do not define what calls come to', async ({ office }) => {
  office.watch.expect(/\/settings\/dispositions/);
  for (const person of [QUAN, LAN]) {
    const member = await office.member(person, { at: '/settings/dispositions' });
    await expect(member.page.getByText('Bạn không có quyền làm việc này.')).toBeVisible();
    await expect(member.frame.navigation.getByRole('link', { name: 'Kết quả gọi' })).toHaveCount(0);
  }
});
