import { hears, hearsNothing, talk } from '../support/audio';
import type { Member } from '../support/member';
import type { Office } from '../support/office';
import type { CallCard } from '../support/pages/call-card';
import type { CustomerPhone } from '../support/pages/customer-phone';
import { grouped } from '../support/numbers';
import { LAN } from '../support/people';
import { expect, test } from '../support/test';

/** An agent and a customer in the middle of a call. */
async function conversation(office: Office, number: string): Promise<{ lan: Member; customer: CustomerPhone; card: CallCard }> {
  const [lan, customer] = await Promise.all([office.agent(LAN), office.phone(number)]);
  await customer.callHotline();
  const card = lan.dock.card(grouped(number));
  await card.answer();
  await card.shows('Đang đàm thoại');
  await talk(lan.page, customer.page);
  return { lan, customer, card };
}

test('on hold the customer hears music and the agent nothing; then they talk on', async ({ office }) => {
  const { lan, customer, card } = await conversation(office, '0911222701');
  await card.hold();
  await card.shows('Đang giữ máy');
  await customer.is('held');
  await hears(customer.page, 'the customer on hold');
  await hearsNothing(lan.page, customer.page);
  await card.resume();
  await card.shows('Đang đàm thoại');
  await talk(lan.page, customer.page);
  await card.hangUp();
  await lan.frame.go('calls');
  await lan.calls.openStory('0911 222 701');
  await expect(lan.calls.facts).toContainText(['Giữ máy khách', 'Tiếp tục đàm thoại']);
});

test('muted, the agent is not heard', async ({ office }) => {
  const { lan, customer, card } = await conversation(office, '0911222702');
  await card.mute();
  await card.shows('Đã tắt micro');
  await hearsNothing(customer.page, lan.page);
  await hears(lan.page, 'the agent, muted');
  await card.unmute();
  await card.shows('Đang đàm thoại');
  await hears(customer.page, 'the customer again');
});

test('a call out cannot be muted, and the button says why', async ({ office }) => {
  const lan = await office.agent(LAN);
  await lan.dock.dial('0911222700');
  const card = lan.dock.card('0911 222 700');
  await card.shows('Đang đàm thoại');
  const mute = card.button('Tắt micro');
  await expect(mute).toBeDisabled();
  await expect(mute).toHaveAttribute('title', /Tổng đài không tắt được micro của cuộc gọi đi\./);
});

test('keys sound at the customer', async ({ office }) => {
  const { customer, card } = await conversation(office, '0911222704');
  await card.press('12#');
  await customer.heardKeys('12#');
});

test('a call out is held as well', async ({ office }) => {
  const [lan, customer] = await Promise.all([office.agent(LAN), office.phone('0911222705')]);
  await lan.dock.dial('0911222705');
  await customer.is('ringing');
  await customer.answer();
  const card = lan.dock.card('0911 222 705');
  await card.shows('Đang đàm thoại');
  await card.hold();
  await card.shows('Đang giữ máy');
  await customer.is('held');
  await card.resume();
  await card.shows('Đang đàm thoại');
  await talk(lan.page, customer.page);
});
