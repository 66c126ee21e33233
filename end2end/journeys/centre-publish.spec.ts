import { isAccessible } from '../support/accessible';
import { ContactCentre } from '../support/contact-centre';
import type { Centre } from '../support/pages/centre';
import { ADMIN, LAN, MINH, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test.use({ house: 'publishing' });

const publish = (centre: Centre) => centre.main.getByRole('button', { name: 'Phát hành', exact: true });
const restore = 'Khôi phục vào bản nháp';

/** Opens the queue of sales. */
async function opensSales(centre: Centre): Promise<void> {
  await centre.open('/queues');
  await centre.main.getByRole('link', { name: 'Kinh doanh', exact: true }).click();
  await expect(centre.page.getByRole('heading', { level: 1, name: 'Kinh doanh' })).toBeVisible();
}

/** Lets the queue of sales ring each agent for so long. */
async function ringsFor(centre: Centre, seconds: string): Promise<void> {
  await opensSales(centre);
  await centre.field('Thời gian chờ nhận máy').fill(seconds);
  await centre.saves();
}

test('what the draft changes is said in words, published, forgotten and brought back', async ({ office }) => {
  test.setTimeout(120_000);
  const { centre, page } = await office.member(ADMIN, { at: '/centre' });

  await test.step('the first reading is the first version', async () => {
    await centre.readsProvider();
    await expect(centre.draft).toContainText('Đang chạy phiên bản 1');
  });

  await test.step('what was typed wrongly is said at its field and changes nothing', async () => {
    await opensSales(centre);
    await centre.field('Thời gian chờ nhận máy').fill('2');
    await centre.main.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
    await expect(centre.field('Thời gian chờ nhận máy')).toHaveAccessibleDescription(/từ 3 đến 300/);
    await expect(centre.draft).toContainText('Đang chạy phiên bản 1');
    await centre.field('Thời gian chờ nhận máy').fill('15');
  });

  await test.step('a change is said in words, and published with a note', async () => {
    await ringsFor(centre, '30');
    await expect(centre.draft).toContainText('1 thay đổi chưa phát hành');
    await centre.draft.getByRole('link', { name: 'Xem và phát hành' }).click();
    const sales = centre.main.getByRole('listitem').filter({ hasText: 'Hàng đợi Kinh doanh' }).first();
    await expect(sales).toContainText('Thời gian chờ nhận máy: 15 giây → 30 giây');
    await isAccessible(page, 'differences');
    await centre.field('Ghi chú cho phiên bản này').fill('Chờ lâu hơn dịp Tết');
    await publish(centre).click();
    await expect(centre.main.getByText('Phiên bản 2 đã chạy ở nhà cung cấp')).toBeVisible({ timeout: 30_000 });
    await expect(centre.draft).toContainText('Đang chạy phiên bản 2');
    await expect(publish(centre)).toHaveCount(0);
  });

  await test.step('what is discarded is as if it had never been', async () => {
    await ringsFor(centre, '45');
    await centre.draft.getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await expect(centre.draft).toContainText('Đang chạy phiên bản 2');
    await opensSales(centre);
    await expect(centre.field('Thời gian chờ nhận máy')).toHaveValue('30');
  });

  await test.step('an older version comes back into the draft', async () => {
    await centre.draft.getByRole('link', { name: 'Các phiên bản' }).click();
    const second = centre.main.getByRole('row').filter({ hasText: 'Phiên bản 2' });
    await expect(second).toContainText('Chờ lâu hơn dịp Tết');
    await centre.main.getByRole('link', { name: 'Phiên bản 2' }).click();
    await expect(centre.main).toContainText('Thời gian chờ nhận máy: 15 giây → 30 giây');
    await isAccessible(page, 'a version');
    await centre.open('/versions/1');
    await expect(centre.main).toContainText('Thời gian chờ nhận máy: 30 giây → 15 giây');
    await centre.main.getByRole('button', { name: restore }).click();
    await page.getByRole('dialog').getByRole('button', { name: restore }).click();
    await expect(centre.draft).toContainText('1 thay đổi chưa phát hành');
    await expect(centre.main).toContainText('Thời gian chờ nhận máy: 30 giây → 15 giây');
    await centre.publishes();
    await expect(centre.draft).toContainText('Đang chạy phiên bản 3');
  });
});

test('what is used somewhere is shown before it goes, and what then leads nowhere stops publishing', async ({ office }) => {
  const { centre, page } = await office.member(ADMIN, { at: '/centre' });
  await centre.begins();
  await opensSales(centre);
  await centre.main.getByRole('button', { name: 'Xóa', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Phím 1 ở bước Lời chào');
  await expect(dialog).toContainText('Đầu số Kinh doanh');
  await isAccessible(page, 'the question before a queue goes');
  await dialog.getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(centre.main.getByRole('link', { name: 'Kinh doanh', exact: true })).toHaveCount(0);
  await centre.isKept();
  await expect(centre.draft).toContainText(/\d+ lỗi/);
  await centre.open('/publish');
  await expect(centre.main).toContainText('mục này không có trong bản nháp');
  await expect(publish(centre)).toHaveAttribute('aria-disabled', 'true');
  await centre.begins();
});

test('numbers, agents, SIP accounts and blocked numbers are kept in the draft', async ({ office }) => {
  const { centre, page } = await office.member(ADMIN, { at: '/centre' });
  await centre.begins();
  await centre.open('/blocked');
  await centre.page.getByRole('button', { name: 'Chặn một số' }).first().click();
  const dialog = page.getByRole('dialog');
  await centre.field('Số điện thoại', dialog).fill('abc');
  await dialog.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
  await expect(centre.field('Số điện thoại', dialog)).toHaveAccessibleDescription(/số/);
  await centre.field('Số điện thoại', dialog).fill('0909 000 111');
  await dialog.getByRole('checkbox', { name: 'Chặn ở menu thoại' }).uncheck();
  await dialog.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
  const blocked = centre.main.getByRole('row').filter({ hasText: '0909 000 111' });
  await expect(blocked).toContainText('Hàng đợi');
  await expect(blocked).not.toContainText('Menu');

  await centre.open('/agents');
  await centre.page.getByRole('button', { name: 'Thêm tài khoản SIP' }).click();
  await centre.field('Tên đăng nhập SIP', dialog).fill('letan');
  await centre.field('Số nội bộ', dialog).fill('101');
  await dialog.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
  await expect(centre.main.getByRole('row').filter({ hasText: 'letan' })).toContainText('101');
  await expect(centre.draft).toContainText('2 thay đổi chưa phát hành');
  await centre.begins();
});

test('every address leads to Alo again with one press', async ({ office }) => {
  const { centre } = await office.member(ADMIN, { at: '/centre' });
  await centre.begins();
  await centre.open('/calls');
  await expect(centre.main).toContainText('Mọi thứ đã nối với Alo.');
  await centre.field('Địa chỉ báo diễn biến cuộc gọi').fill('https://khac.example/events');
  await centre.saves();
  await expect(centre.main).toContainText('nhật ký sẽ thiếu');
  await centre.main.getByRole('button', { name: 'Nối tất cả với Alo' }).click();
  await expect(centre.main).toContainText('Mọi thứ đã nối với Alo.');
  await expect(centre.draft).toContainText('không có thay đổi');
});

test('a version that stopped half way says why, and goes on where it was', async ({ office }) => {
  test.setTimeout(90_000);
  const { centre } = await office.member(ADMIN, { at: '/centre' });
  await centre.begins();
  await ringsFor(centre, '40');
  await new ContactCentre(office.server.url).refusesOnce('/queue/', 7);
  await centre.open('/publish');
  await publish(centre).click();
  await expect(centre.main).toContainText('Nhà cung cấp từ chối hàng đợi Kinh doanh', { timeout: 30_000 });
  await expect(centre.draft).toContainText('Phát hành đang dừng giữa chừng');
  await isAccessible(centre.page, 'a version that stopped');
  await centre.main.getByRole('button', { name: 'Tiếp tục phát hành' }).click();
  await expect(centre.main.getByText(/Phiên bản \d+ đã chạy ở nhà cung cấp/)).toBeVisible({ timeout: 30_000 });
});

test('what was changed elsewhere is seen, and taken over or overwritten', async ({ office }) => {
  test.setTimeout(90_000);
  // The sweep may read in the very moment: whoever presses is told so, and what it reads is shown all the same.
  office.watch.expect(/centre\/read/);
  const company = new ContactCentre(office.server.url);
  const { centre, page } = await office.member(ADMIN, { at: '/centre' });
  await centre.begins();
  const reads = () => centre.main.getByRole('button', { name: 'Đọc lại từ nhà cung cấp' }).click();
  const asWeLeftIt = centre.main.getByText('Nhà cung cấp đang chạy đúng như lần phát hành gần nhất.');

  await test.step('it is taken over', async () => {
    await company.sets(MINH.seat, { name: 'Minh mới' });
    await centre.open();
    await reads();
    await expect(centre.draft).toContainText('Bị sửa ở nơi khác');
    await expect(centre.main).toContainText(`Tên: ${MINH.name} → Minh mới`);
    await isAccessible(page, 'what was changed elsewhere');
    await centre.main.getByRole('button', { name: 'Nhận thay đổi này' }).click();
    await expect(asWeLeftIt).toBeVisible();
    await expect(centre.draft).toContainText('không có thay đổi');
    await centre.open('/agents');
    await expect(centre.main).toContainText('Minh mới');
    await centre.open();
  });

  await test.step('it is overwritten', async () => {
    await company.sets(MINH.seat, { name: 'Minh khác' });
    await reads();
    await expect(centre.main).toContainText('Tên: Minh mới → Minh khác');
    await centre.open('/publish');
    await expect(centre.main).toContainText('Phát hành sẽ ghi đè 1 chỗ đã bị sửa ở nơi khác.');
    await centre.publishes();
    await centre.open();
    await reads();
    await expect(asWeLeftIt).toBeVisible();
  });
});

test('managers and agents do not run the contact centre', async ({ office }) => {
  office.watch.expect(/\/centre/);
  for (const person of [QUAN, LAN]) {
    const member = await office.member(person, { at: '/centre' });
    await expect(member.page.getByText('Bạn không có quyền làm việc này.')).toBeVisible();
    await expect(member.frame.navigation.getByRole('link', { name: 'Luồng cuộc gọi' })).toHaveCount(0);
  }
});
