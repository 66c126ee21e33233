import { talk } from '../support/audio';
import { HUNG, LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a call is passed on to a colleague, whose card opens the same record', async ({ office }) => {
  const [lan, customer] = await Promise.all([office.agent(LAN), office.phone('0911222801')]);
  const id = await lan.hasCustomer('Tô Được Chuyển', '0911222801');
  await customer.callHotline();
  const card = lan.dock.card('Tô Được Chuyển');
  await card.answer();
  await card.shows('Đang đàm thoại');
  const hung = await office.agent(HUNG);
  await card.transferTo(HUNG.name);
  await hung.dock.offer.getByRole('button', { name: 'Nhận cuộc gọi' }).click();
  const passed = hung.dock.card('Tô Được Chuyển');
  await passed.answer();
  await passed.shows('Đang đàm thoại');
  await expect(hung.page).toHaveURL(new RegExp(`/customers/${id}$`));
  await card.shows('Đã chuyển');
  await talk(hung.page, customer.page);
  await passed.hangUp();
  await customer.is('ended');
  await office.control.isQuiet();
});

test('a call out is passed on by name: the directory knows whom the provider does not list then', async ({ office }) => {
  const [lan, hung] = [await office.agent(LAN), await office.agent(HUNG)];
  await lan.dock.dial('0911222800');
  const card = lan.dock.card('0911 222 800');
  await card.shows('Đang đàm thoại');
  await card.transferTo(HUNG.name);
  await hung.dock.offer.getByRole('button', { name: 'Nhận cuộc gọi' }).click();
  const passed = hung.dock.card('0911 222 800');
  await passed.answer();
  await passed.shows('Đang đàm thoại');
  await card.shows('Đã chuyển');
});

test('a colleague refuses, and the call goes on where it was', async ({ office }) => {
  const [lan, hung] = [await office.agent(LAN), await office.agent(HUNG)];
  await office.control.ring('0911222802', { agent: '5001' });
  const card = lan.dock.card('0911 222 802');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.transferTo(HUNG.name);
  await hung.dock.offer.getByRole('button', { name: 'Không nhận' }).click();
  await expect(hung.dock.offer).toHaveCount(0);
  await expect(lan.frame.told('Không chuyển được cuộc gọi')).toBeVisible();
  await card.shows('Đang đàm thoại');
  await office.control.sees('0911222802', 'talking');
});

test('an offer nobody answers runs out', async ({ office }) => {
  const [lan, hung] = [await office.agent(LAN), await office.agent(HUNG)];
  await office.control.ring('0911222803', { agent: '5001' });
  const card = lan.dock.card('0911 222 803');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.transferTo(HUNG.name);
  await expect(hung.dock.offer).toBeVisible();
  await expect(hung.dock.offer).toHaveCount(0, { timeout: 15_000 });
  await card.shows('Đang đàm thoại');
});

test('a call is passed on to a queue found by its name and by keyboard alone, and rings at whoever is free', async ({ office }) => {
  const [lan, hung] = [await office.agent(LAN), await office.agent(HUNG)];
  await office.control.ring('0911222804', { agent: '5001' });
  const card = lan.dock.card('0911 222 804');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.find('cham soc');
  await expect(card.target('Chăm sóc khách hàng')).toHaveAttribute('aria-selected', 'true');
  await lan.page.keyboard.press('Enter');
  const passed = hung.dock.card('0911 222 804');
  await passed.answer();
  await passed.shows('Đang đàm thoại');
  await card.shows(/Đã chuyển|Đã kết thúc/);
});

test('a queue that does not exist is said, and the call goes on', async ({ office }) => {
  const lan = await office.agent(LAN);
  await office.control.ring('0911222805', { agent: '5001' });
  const card = lan.dock.card('0911 222 805');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.transferStraight('khong-co', 'Nhánh khong-co');
  await expect(lan.frame.told('Không chuyển được cuộc gọi')).toBeVisible();
  await card.shows('Đang đàm thoại');
});
