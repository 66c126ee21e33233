import { ContactCentre } from '../support/contact-centre';
import { ADMIN, HA, MINH } from '../support/people';
import { expect, test } from '../support/test';

test.use({ house: 'a contact centre from nothing' });

const HOTLINE = '842471000009';
const GREETING = 'Xin chào quý khách. Mua hàng bấm phím 1, chăm sóc khách hàng bấm phím 2.';

test('a contact centre is built from nothing, published, called, broken and rolled back', async ({ office }) => {
  test.setTimeout(240_000);
  const company = new ContactCentre(office.server.url);
  await company.empty();
  const { centre } = await office.member(ADMIN, { at: '/centre' });

  await test.step('it is built in the draft', async () => {
    await centre.readsProvider();
    for (const person of [HA, MINH]) await centre.addsAgent(person);
    await centre.addsGroup('Kinh doanh', [HA.name]);
    await centre.addsGroup('Chăm sóc', [MINH.name]);
    await centre.addsQueue('Mua hàng', 'Kinh doanh');
    await centre.addsQueue('Bảo hành', 'Chăm sóc');
    await centre.addsMenu('Chính', GREETING);
    await centre.spot('Lời chào').click();
    await centre.addsKey('1', 'Hàng đợi', { queue: 'Mua hàng' });
    await centre.addsKey('2', 'Hàng đợi', { queue: 'Bảo hành' });
    await centre.addsKey('Không bấm phím', 'Kết thúc cuộc gọi');
    await expect(centre.spot('Mua hàng')).toBeVisible();
    await centre.addsHotline(HOTLINE, 'Tổng đài mới', 'Chính');
  });

  const minh = await test.step('what is published is what callers get', async () => {
    await centre.publishes();
    const minh = await office.agent(MINH);
    await minh.hasCustomer('Khách Từ Đầu', '0911228101');
    const phone = await office.phone('0911228101');
    await phone.callHotline(HOTLINE);
    await phone.is('menu');
    await phone.press('2');
    const card = minh.dock.card('Khách Từ Đầu');
    await card.shows('Cuộc gọi đến');
    await card.answer();
    await phone.is('talking');
    await card.hangUp();
    await phone.is('ended');
    await card.done();
    return minh;
  });

  await test.step('what is broken cannot be published', async () => {
    await centre.open('/groups');
    await centre.main.getByRole('link', { name: 'Chăm sóc' }).click();
    await centre.main.getByRole('checkbox', { name: MINH.name }).uncheck();
    await centre.saves();
    await centre.open('/publish');
    await expect(centre.main.getByText('Không ai trong các nhóm phục vụ có thể đổ chuông.')).toBeVisible();
    await expect(centre.main.getByRole('button', { name: 'Phát hành', exact: true })).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('another version answers otherwise, and the first one can be brought back', async () => {
    await centre.begins();
    await centre.open('/menus');
    await centre.main.getByRole('link', { name: 'Chính' }).click();
    await centre.spot('Lời chào').click();
    await centre.choice('Dẫn đến', centre.panel.getByRole('group', { name: 'Phím ở dòng 2' })).selectOption('Kết thúc cuộc gọi');
    await centre.isKept();
    await centre.publishes();
    const phone = await office.phone('0911228102');
    await phone.callHotline(HOTLINE);
    await phone.is('menu');
    await phone.press('2');
    await phone.is('ended');

    await centre.open('/versions');
    await centre.main.getByRole('link', { name: 'Phiên bản 2' }).click();
    await centre.main.getByRole('button', { name: 'Khôi phục vào bản nháp' }).click();
    await centre.page.getByRole('dialog').getByRole('button', { name: 'Khôi phục vào bản nháp' }).click();
    await expect(centre.page.getByRole('status').filter({ hasText: 'giống phiên bản 2' })).toBeVisible();
    await centre.publishes();
    await phone.is('ready');
    await phone.callHotline(HOTLINE);
    await phone.is('menu');
    await phone.press('2');
    const card = minh.dock.cards.first();
    await expect(card).toBeVisible();
    await card.getByRole('button', { name: minh.words.answer, exact: true }).click();
    await phone.is('talking');
    await phone.hangUp();
  });
});
