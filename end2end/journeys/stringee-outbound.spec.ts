import { hears, hearsNothing, talk } from '../support/audio';
import { ContactCentre } from '../support/contact-centre';
import type { Member } from '../support/member';
import { HA } from '../support/people';
import { expect, test } from '../support/test';

test('a press on a number calls the customer from the chosen hotline, and they hear each other', async ({ office }) => {
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await ha.hasCustomer('Khách Được Hà Gọi', '0911225881');
  const customer = await office.phone('0911225881');
  const hotline = ha.dock.root.getByLabel('Gọi từ số');
  await hotline.selectOption(ContactCentre.SALES);
  await ha.customers.search('Khách Được Hà Gọi');
  await ha.customers.row('Khách Được Hà Gọi').getByRole('button', { name: '0911 225 881' }).click();
  const card = ha.dock.card('Khách Được Hà Gọi');
  await card.shows('Đang đổ chuông');
  expect((await centre.state()).calls.map((call) => call.hotline)).toEqual([ContactCentre.SALES]);
  await customer.answer();
  await card.shows('Đang đàm thoại');
  await talk(ha.page, customer.page);
  await card.mute();
  await card.shows('Đã tắt micro');
  await hearsNothing(customer.page, ha.page);
  await card.unmute();
  await hears(customer.page, 'the customer, again');
  await card.press('7');
  await customer.heardKeys('7');
  await customer.hangUp();
  await card.shows('Đã kết thúc');
  await centre.isQuiet();
  await card.done();

  await ha.frame.go('calls');
  await expect(ha.calls.rows('Khách Được Hà Gọi')).toHaveCount(1);
  await expect(ha.calls.rows('Khách Được Hà Gọi').first()).toContainText('Gọi đi');
  await expect(ha.calls.rows('Khách Được Hà Gọi').first()).toContainText('Đã đàm thoại');
  await ha.open('/customers');
  await expect(hotline, 'the choice is remembered').toHaveValue(ContactCentre.SALES);
  await hotline.selectOption(ContactCentre.MENU);
});

test('the hotline is chosen, and called out from, in a tab that does not telephone itself', async ({ office }) => {
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  const tab = await ha.anotherTab('/calls');
  const chosen = (member: Member) => member.dock.root.getByLabel('Gọi từ số');
  await expect(chosen(tab)).toHaveValue(ContactCentre.MENU);
  await chosen(tab).selectOption(ContactCentre.SALES);
  await tab.dock.dial('0911225060');
  await ha.dock.card('0911 225 060').shows('Đang đổ chuông');
  expect((await centre.state()).calls.map((call) => call.hotline)).toEqual([ContactCentre.SALES]);
  await expect(chosen(ha)).toHaveValue(ContactCentre.SALES);
  await tab.dock.card('0911 225 060').hangUp();
  await ha.dock.card('0911 225 060').shows('Đã hủy trước khi khách bắt máy');
  await chosen(ha).selectOption(ContactCentre.MENU);
  await expect(chosen(tab), 'the other way round, too').toHaveValue(ContactCentre.MENU);
  await centre.isQuiet();
});

test('a call is given up before it is answered', async ({ office }) => {
  const ha = await office.agent(HA);
  await ha.dock.dial('0911224260');
  const card = ha.dock.card('0911 224 260');
  await card.shows('Đang đổ chuông');
  await card.hangUp();
  await card.shows('Đã hủy trước khi khách bắt máy');
  await new ContactCentre(office.server.url).isQuiet();
});

/** What an agent is told, by the last digits of a virtual customer's number. */
const ENDS: [ending: string, what: string][] = [
  ['86', 'Máy bận'],
  ['80', 'Thuê bao tạm thời không liên lạc được'],
  ['04', 'Không liên lạc được'],
];

/** What an agent is told when the provider refuses, by its code. */
const REFUSALS: [code: number, what: string][] = [
  [8, 'Tổng đài bị khóa chiều gọi đi vì nợ cước'],
  [11, 'Máy lẻ của bạn chưa được phép gọi ra'],
  [12, 'Tất cả đường gọi ra đang bận'],
  [14, 'Số của khách không hợp lệ'],
  [15, 'Tổng đài không nhận đầu số đã chọn để gọi ra'],
  [18, 'Tổng đài không hỏi được máy chủ của chúng ta'],
  [19, 'Tài khoản tổng đài đang bị khóa'],
];

test('every failure and refusal of a call out is told in words', async ({ office }) => {
  const ha = await office.agent(HA);
  for (const [ending, what] of ENDS) {
    await test.step(`${ending}: ${what}`, async () => {
      await ha.dock.dial(`09112242${ending}`);
      const card = ha.dock.card(`0911 224 2${ending}`);
      await card.shows(what);
      await card.done();
    });
  }
  for (const [code, what] of REFUSALS) {
    await test.step(`${code}: ${what}`, async () => {
      await new ContactCentre(office.server.url).refuseCall('agent_ha', code);
      await ha.dock.dial('0911224200');
      const card = ha.dock.card('0911 224 200');
      await card.shows(what);
      await card.done();
    });
  }
  await new ContactCentre(office.server.url).isQuiet();
});

test('what the rules of the house forbid is refused before it is dialled, and why', async ({ office }) => {
  office.watch.expect(/calls\/dial-check/);
  const ha = await office.agent(HA);
  await ha.dock.dial('+1 212 555 0100');
  await expect(ha.dock.root.getByRole('alert').filter({ hasText: /nước ngoài|quốc tế/ })).toBeVisible();
  await expect(ha.dock.cards).toHaveCount(0);
});

async function rings(member: Member, first: boolean, answers: boolean): Promise<void> {
  const data = { habits: { hotline: null, rings_first: first, answers_itself: answers } };
  const headers = { origin: new URL(member.page.url()).origin };
  const answer = await member.context.request.post('/api/telephone/keep-habits', { data, headers });
  expect(answer.ok()).toBe(true);
  await member.open('/customers');
  await member.dock.isReady();
}

test('called first, the member answers and the customer is called: it is a call out', async ({ office }) => {
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await rings(ha, true, false);
  await ha.hasCustomer('Khách Gọi Hai Chặng', '0911225882');
  const customer = await office.phone('0911225882');
  await ha.dock.dial('0911225882');
  const card = ha.dock.card('Khách Gọi Hai Chặng');
  await card.shows('Tổng đài đang gọi vào máy bạn');
  await card.answer();
  await customer.is('ringing');
  await customer.answer();
  await card.shows('Đang đàm thoại');
  await talk(ha.page, customer.page);
  await expect(ha.dock.cards).toHaveCount(1);
  await card.hangUp();
  await card.shows('Đã kết thúc');
  await centre.isQuiet();
  await ha.frame.go('calls');
  await expect(ha.calls.rows('Khách Gọi Hai Chặng')).toHaveCount(1);
  await expect(ha.calls.rows('Khách Gọi Hai Chặng').first()).toContainText('Gọi đi');
  await rings(ha, false, false);
});

test('a member who wants so is connected without a press', async ({ office }) => {
  const ha = await office.agent(HA);
  await ha.open('/profile');
  await ha.page.getByLabel('Tổng đài gọi vào máy tôi trước').check();
  await ha.page.getByLabel('Tự nghe máy khi tổng đài gọi vào máy tôi để gọi ra').check();
  const customer = await office.phone('0911224203');
  await ha.dock.isReady();
  await ha.dock.dial('0911224203');
  await customer.is('ringing');
  await customer.answer();
  const card = ha.dock.card('0911 224 203');
  await card.shows('Đang đàm thoại');
  await hears(ha.page, 'the agent');
  await card.hangUp();
  await card.shows('Đã kết thúc');
  await new ContactCentre(office.server.url).isQuiet();
  await rings(ha, false, false);
});
