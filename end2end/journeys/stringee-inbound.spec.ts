import { hears, hearsNothing } from '../support/audio';
import { ContactCentre } from '../support/contact-centre';
import { ADMIN, HA, MINH } from '../support/people';
import { expect, test } from '../support/test';

for (const kind of ['call', 'call2'] as const) {
  test(`a customer chooses in the menu, their owner is rung with the record open, and they talk (${kind})`, async ({ office }) => {
    const ha = await office.agent(HA);
    const centre = new ContactCentre(office.server.url);
    await centre.callsComeAs('agent_ha', kind);
    const number = kind === 'call' ? '0911224101' : '0911224102';
    const name = kind === 'call' ? 'Khách Của Hà' : 'Khách Thứ Hai Của Hà';
    const id = await ha.hasCustomer(name, number, { company: 'Gốm Chu Đậu', mine: true });
    await centre.ring(number, { to: ContactCentre.MENU, keys: '1' });
    const card = ha.dock.card(name);
    await card.shows('Cuộc gọi đến');
    await card.shows('Gốm Chu Đậu');
    await expect(ha.page, 'the record opens before anybody answers').toHaveURL(new RegExp(`/customers/${id}$`));
    await expect(ha.page).toHaveTitle(/^🔔 /);
    await card.answer();
    await card.shows('Đang đàm thoại');
    await centre.sees(number, 'talking');
    await hears(ha.page, 'the agent');

    await card.hold();
    await card.shows('Đang giữ máy');
    await centre.sees(number, 'held');
    await card.resume();
    await card.shows('Đang đàm thoại');
    await hears(ha.page, 'the agent, again');
    await card.mute();
    await card.shows('Đã tắt micro');
    await card.unmute();
    await card.press('5');
    await card.note('Hỏi giá lọ hoa');
    await card.shows('Đã lưu');
    await card.hangUp();
    await card.shows('Đã kết thúc');
    await centre.isQuiet();
    await card.done();

    await ha.frame.go('calls');
    const row = ha.calls.rows(name).first();
    await expect(row).toContainText('Gọi đến');
    await expect(row).toContainText('Đã đàm thoại');
    await expect(row).toContainText('Hỏi giá lọ hoa');
    await expect(ha.calls.rows(name), 'what the page and the contact centre tell is one call').toHaveCount(1);
    await ha.calls.openStory(name);
    await expect(ha.calls.facts).toContainText(['Cuộc gọi đến từ', 'Nhân viên bấm nghe', 'Nhân viên bắt máy', 'Nhân viên bấm gác máy']);
  });
}

test('the log shows that a call was refused, though the contact centre told of its end before', async ({ office }) => {
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  let arrive = (): void => undefined;
  const arrives = new Promise<void>((done) => (arrive = done));
  await ha.context.route('**/api/calls/report', async (route) => {
    await arrives;
    await route.continue();
  });
  await centre.ring('0911224190');
  const card = ha.dock.card('0911 224 190');
  await card.shows('Cuộc gọi đến');
  await card.reject();
  await card.shows('Đã từ chối');
  await centre.hangUp('0911224190');
  await centre.isQuiet();
  await ha.frame.go('calls');
  const row = ha.calls.rows('0911 224 190');
  // What the log says is read by somebody else: a page that is left and read anew says what it still has to say.
  const admin = await office.member(ADMIN, { at: '/calls' });
  await expect(admin.calls.rows('0911 224 190'), 'nobody told more than that').toContainText('Cuộc gọi nhỡ');
  arrive();
  await expect(row).toContainText('Đã từ chối');
  await expect(row).toHaveCount(1);
});

test('the customer hangs up, before and after the answer', async ({ office }) => {
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await ha.hasCustomer('Khách Gác Máy', '0911224103', { mine: true });
  await centre.ring('0911224103');
  const card = ha.dock.card('Khách Gác Máy');
  await card.shows('Cuộc gọi đến');
  await centre.hangUp('0911224103');
  await card.shows('Cuộc gọi nhỡ');
  await card.done();
  await centre.ring('0911224103');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await centre.hangUp('0911224103');
  await card.shows('Đã kết thúc');
  await centre.isQuiet();
});

test('a call that its owner refuses rings at a colleague', async ({ office }) => {
  const [ha, minh] = await Promise.all([office.agent(HA), office.agent(MINH)]);
  const centre = new ContactCentre(office.server.url);
  await ha.hasCustomer('Khách Chuyển Tay', '0911224104', { mine: true });
  await centre.ring('0911224104');
  const first = ha.dock.card('Khách Chuyển Tay');
  await first.reject();
  await first.shows('Đã từ chối');
  const second = minh.dock.card('Khách Chuyển Tay');
  await second.answer();
  await second.shows('Đang đàm thoại');
  await hears(minh.page, 'the colleague');
  await second.hangUp();
  await centre.isQuiet();
});

test('a call that another device of the member takes is only shown here', async ({ office }) => {
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await ha.hasCustomer('Khách Máy Khác', '0911224105', { mine: true });
  await centre.ring('0911224105');
  const card = ha.dock.card('Khách Máy Khác');
  await card.shows('Cuộc gọi đến');
  await centre.elsewhere('agent_ha', 200);
  await card.shows('Đang đàm thoại');
  await expect(card.button(ha.words.hold), 'its sound is not here').toBeDisabled();
  await centre.hangUp('0911224105');
  await card.shows('Đã kết thúc');
});

test('a call is passed on to a colleague', async ({ office }) => {
  const [ha, minh] = await Promise.all([office.agent(HA), office.agent(MINH)]);
  const centre = new ContactCentre(office.server.url);
  await ha.hasCustomer('Khách Được Chuyển', '0911224106', { mine: true });
  await centre.ring('0911224106');
  const card = ha.dock.card('Khách Được Chuyển');
  await card.answer();
  await card.shows('Đang đàm thoại');
  await card.transferTo(MINH.name);
  await card.shows('Đã chuyển');
  const there = minh.dock.cards.first();
  await expect(there).toBeVisible();
  await there.getByRole('button', { name: minh.words.answer, exact: true }).click();
  await hears(minh.page, 'the colleague');
  await there.getByRole('button', { name: minh.words.hangUp, exact: true }).click();
  await centre.isQuiet();
});

test('a call of the second class is passed on to a queue by its name; of the first class it cannot be, and that is said', async ({ office }) => {
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await ha.hasCustomer('Khách Vào Hàng Đợi', '0911224109', { mine: true });
  const card = ha.dock.card('Khách Vào Hàng Đợi');
  const queue = card.target('Kinh doanh');
  await test.step('first class', async () => {
    await centre.callsComeAs('agent_ha', 'call');
    await centre.ring('0911224109');
    await card.answer();
    await card.shows('Đang đàm thoại');
    await card.openTransfer();
    await card.shows('Cuộc gọi này không chuyển vào nhánh được.');
    await expect(card.target(MINH.name)).toBeVisible();
    await expect(queue).toHaveCount(0);
    await card.hangUp();
    await card.done();
  });
  await test.step('second class', async () => {
    await centre.callsComeAs('agent_ha', 'call2');
    await centre.ring('0911224109');
    await card.answer();
    await card.shows('Đang đàm thoại');
    await card.openTransfer();
    await queue.click();
    await card.shows('Đã chuyển');
    await centre.sees('0911224109', 'queued');
    await centre.hangUp('0911224109');
    await centre.isQuiet();
    await centre.callsComeAs('agent_ha', 'call');
  });
});

test('in English, and on a telephone’s screen', async ({ office }) => {
  const ha = await office.member(HA, { language: 'en', viewport: { width: 390, height: 844 }, hasTouch: true });
  const centre = new ContactCentre(office.server.url);
  await centre.canRing('agent_ha');
  await ha.hasCustomer('Small Screen Customer', '0911224107', { mine: true });
  await centre.ring('0911224107');
  const card = ha.dock.card('Small Screen Customer');
  await card.shows('Incoming call');
  expect((await card.root.boundingBox())?.width).toBeGreaterThan(340);
  await card.answer();
  await card.shows('Talking');
  await card.mute();
  await card.shows('Muted');
  await card.hangUp();
  await card.shows('Ended');
  await centre.isQuiet();
});

test('what is on hold hears music, and the agent nothing', async ({ office }) => {
  const ha = await office.agent(HA);
  const customer = await office.phone('0911224108');
  await ha.dock.dial('0911224108');
  await customer.is('ringing');
  await customer.answer();
  const card = ha.dock.card('0911 224 108');
  await card.shows('Đang đàm thoại');
  await card.hold();
  await card.shows('Đang giữ máy');
  await hears(customer.page, 'the customer on hold');
  await hearsNothing(ha.page, customer.page);
  await card.resume();
  await card.shows('Đang đàm thoại');
  await hears(ha.page, 'the agent, again');
});
