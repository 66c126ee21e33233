import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('an unknown caller becomes a customer while the call goes on', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911222401', { agent: '5001' });
  const card = lan.dock.card('0911 222 401');
  await card.shows('Chưa có trong danh bạ');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.root.getByRole('link', { name: 'Tạo khách hàng' }).click();
  await expect(lan.form.number()).toHaveValue('0911222401');
  await lan.form.name.fill('Trịnh Mới Quen');
  await lan.form.create();
  await expect(lan.frame.heading('Trịnh Mới Quen')).toBeVisible();
  const named = lan.dock.card('Trịnh Mới Quen');
  await named.shows('Đang đàm thoại');
  await named.hangUp();
  await named.shows('Đã kết thúc');
  await lan.frame.go('calls');
  await expect(lan.calls.rows('Trịnh Mới Quen')).toHaveCount(1);
});

test('an unknown caller is attached to a customer who is found', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Quách Số Mới', '0911222402');
  await office.control.ring('0911222403', { agent: '5001' });
  const card = lan.dock.card('0911 222 403');
  await card.answer();
  await card.button('Gắn vào khách hàng có sẵn').click();
  await card.root.getByRole('combobox', { name: 'Tìm khách hàng' }).fill('quach so moi');
  await card.root.getByRole('option', { name: /Quách Số Mới/ }).click();
  await lan.dock.card('Quách Số Mới').shows('Đang đàm thoại');
});

test('when several customers hold the number, the agent chooses', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Vợ Dùng Chung', '0911222404');
  await lan.hasCustomer('Chồng Dùng Chung', '0911222404');
  await office.control.ring('0911222404', { agent: '5001' });
  const card = lan.dock.card('0911 222 404');
  await card.shows('Nhiều khách hàng dùng số này. Ai đang gọi?');
  await card.button(/^Chồng Dùng Chung/).click();
  await lan.dock.card('Chồng Dùng Chung').shows('Cuộc gọi đến');
});

test('a caller with a number from before 2018 is recognised', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Người Số Cũ', '0709222405');
  await office.control.ring('01209222405', { agent: '5001' });
  await lan.dock.card('Người Số Cũ').shows('Cuộc gọi đến');
});

test('an incoming call takes no unsaved work away', async ({ office }) => {
  const lan = await office.agent(LAN);
  const id = await lan.hasCustomer('Khách Chen Ngang', '0911222406');
  await lan.open('/customers/new');
  await lan.dock.isReady();
  await office.control.canRing(LAN);
  await lan.form.name.fill('Đang viết dở');
  await office.control.ring('0911222406', { agent: '5001' });
  const card = lan.dock.card('Khách Chen Ngang');
  await card.shows('Cuộc gọi đến');
  await expect(lan.form.name).toHaveValue('Đang viết dở');
  await expect(lan.page).toHaveURL(/\/customers\/new$/);
  await expect(card.root.getByRole('link', { name: 'Mở hồ sơ' })).toHaveAttribute('href', `/customers/${id}`);
});

test('the card tells what was last', async ({ office }) => {
  const lan = await office.agent(LAN);
  const id = await lan.hasCustomer('Phùng Có Chuyện', '0911222407');
  await lan.open(`/customers/${id}`);
  await lan.record.writeNote('Thích giao hàng buổi sáng');
  await lan.record.entry('Thích giao hàng buổi sáng').waitFor();
  await office.control.canRing(LAN);
  await office.control.ring('0911222407', { agent: '5001' });
  const card = lan.dock.card('Phùng Có Chuyện');
  await card.shows('Thích giao hàng buổi sáng');
});
