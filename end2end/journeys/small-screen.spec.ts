import { LAN } from '../support/people';
import { expect, test } from '../support/test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('on a small screen an incoming call covers it and can be taken', async ({ office }) => {
  const lan = await office.member(LAN, PHONE);
  await office.control.canRing(LAN);
  await lan.hasCustomer('Khách Màn Nhỏ', '0911223301');
  await office.control.ring('0911223301', { agent: '5001' });
  const card = lan.dock.card('Khách Màn Nhỏ');
  await card.shows('Cuộc gọi đến');
  const box = await card.root.boundingBox();
  expect(box?.width).toBeGreaterThan(340);
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.hangUp();
  await card.shows('Đã kết thúc');
});

test('on a small screen nothing has to be scrolled sideways', async ({ office }) => {
  const lan = await office.member(LAN, PHONE);
  const id = await lan.hasCustomer('Khách Có Cái Tên Rất Dài Nguyễn Phúc Bảo Khánh Tôn Nữ', '0911223302');
  for (const address of ['/customers', `/customers/${id}`, `/customers/${id}/edit`, '/calls', '/day', '/notices', '/tasks', '/profile']) {
    await lan.open(address);
    const overflow = await lan.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});

test('on a small screen the list stays readable and dials', async ({ office }) => {
  const lan = await office.member(LAN, PHONE);
  await office.control.canRing(LAN);
  await lan.hasCustomer('Khách Trong Thẻ', '0911223300');
  await lan.customers.search('Khách Trong Thẻ');
  const row = lan.customers.row('Khách Trong Thẻ');
  await expect(row.getByRole('button', { name: '0911 223 300' })).toBeInViewport();
  await row.getByRole('button', { name: '0911 223 300' }).click();
  await lan.dock.card('Khách Trong Thẻ').shows('Đang đàm thoại');
});
