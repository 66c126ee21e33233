import { ADMIN, HA, MINH } from '../support/people';
import { expect, test } from '../support/test';
import type { Office } from '../support/office';

test.use({ house: 'trials of a contact centre' });

/** An admin tries a call; the draft is as it was published. */
async function trying(office: Office) {
  const admin = await office.member(ADMIN, { at: '/profile' });
  await admin.centre.begins();
  await admin.centre.open('/try');
  const course = admin.page.getByRole('list', { name: 'Diễn biến cuộc gọi thử' });
  const end = course.getByRole('status');
  const offer = (name: string) => course.getByRole('list', { name: 'Ai được đổ chuông' }).getByRole('listitem').filter({ hasText: name });
  return { admin, page: admin.page, course, end, offer };
}

test('a call is tried: what is heard, where keys lead, who rings and why', async ({ office }) => {
  const { admin, page, course, end, offer } = await trying(office);
  await expect(course).toContainText('Kính chào quý khách');
  await page.getByRole('button', { name: 'Phím 1', exact: true }).click();
  await expect(course).toContainText('Phím 1: vào hàng đợi Kinh doanh');
  await expect(offer(HA.name)).toContainText('Đổ chuông trên trang web hoặc ứng dụng');
  await expect(offer(HA.name), 'our own routing says why').toContainText('Alo chọn');

  await admin.centre.choice(HA.name).selectOption('Đang có cuộc gọi');
  await expect(offer(HA.name), 'our server does not name her').toHaveCount(0);
  await admin.centre.choice('Ai bắt máy').selectOption(MINH.name);
  await expect(end).toHaveText(`${MINH.name} bắt máy.`);
  const way = page.getByRole('tree', { name: 'Cả đường đi' });
  await expect(way.getByRole('treeitem', { name: /Kinh doanh/ }).first()).toHaveAccessibleName(/cuộc gọi thử đi qua đây/);

  await page.getByRole('button', { name: 'Bấm lại từ đầu' }).click();
  await page.getByRole('button', { name: 'Phím 9', exact: true }).click();
  await expect(course, 'nobody set up what other keys do').toContainText('Nghe 2 lượt');
});

test('with a pretend telephone company it can be called for real', async ({ office }) => {
  const { admin, page } = await trying(office);
  await admin.centre.field('Số của khách').fill('0911 228 301');
  const [phone] = await Promise.all([
    admin.context.waitForEvent('page'),
    page.getByRole('link', { name: 'Gọi thật từ điện thoại khách' }).click(),
  ]);
  await expect(phone.getByLabel('Số của khách hàng này')).toHaveValue('0911228301');
  await expect(phone.getByLabel('Tổng đài', { exact: true })).toHaveValue('842471000001');
  await phone.close();
});
