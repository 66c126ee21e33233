import { isAccessible } from '../support/accessible';
import { open } from '../support/pages/live';
import { ADMIN, LAN } from '../support/people';
import { expect, test } from '../support/test';

for (const theme of ['light', 'dark'] as const) {
  test(`every page is accessible, ${theme}`, async ({ office }) => {
    // Twenty-five pages, each looked through by axe.
    test.setTimeout(240_000);
    const admin = await office.member(ADMIN, { theme });
    const id = await admin.hasCustomer(`Khách ${theme}`, theme === 'light' ? '0911223401' : '0911223402');
    const pages = ['/customers', '/customers?q=khongcoai', '/customers/new', '/customers/import', `/customers/${id}`, `/customers/${id}/edit`];
    const more = ['/calls', '/staff', '/floor', '/staff/teams', '/staff/new', '/settings/dispositions', '/settings/telephone', '/settings/telephone/calling-out', '/settings/telephone/directory', '/day', '/notices', '/tasks', '/tasks?done=1', '/companies', '/deals', '/deals?view=list', '/deals?view=forecast', '/settings/pipelines', '/settings/assignment', '/settings/fields', '/settings/fields?of=deal', '/profile'];
    for (const address of [...pages, ...more]) {
      await admin.open(address);
      await isAccessible(admin.page, address);
    }
    await admin.open('/staff');
    await admin.page.getByRole('row').filter({ hasText: LAN.email }).getByRole('link').click();
    await admin.frame.heading(LAN.name).waitFor();
    await isAccessible(admin.page, 'a member');
  });

  test(`the contact centre is accessible, ${theme}`, async ({ office }) => {
    test.setTimeout(180_000);
    const { centre, page } = await office.member(ADMIN, { theme, at: '/profile' });
    await centre.begins();
    const lists = ['', '/numbers', '/queues', '/groups', '/agents', '/blocked', '/calls', '/publish', '/versions', '/versions/1'];
    const forms = ['/numbers/842471000001', '/queues/new', '/groups/new', '/agents/agent_ha', '/agents/new', '/queues/gone'];
    for (const part of [...lists, ...forms]) {
      await centre.open(part);
      await isAccessible(page, `/centre${part}`);
    }
  });

  test(`the sign-in page is accessible, ${theme}`, async ({ office }) => {
    const page = await (await office.window({ theme })).newPage();
    await open(page, '/sign-in?problem=wrong');
    await isAccessible(page, 'sign-in');
  });

  test(`a call is accessible in every state, ${theme}`, async ({ office }) => {
    const lan = await office.agent(LAN, { theme });
    const number = theme === 'light' ? '0911223403' : '0911223404';
    await lan.hasCustomer(`Người Gọi ${theme}`, number);
    await office.control.ring(number, { agent: '5001' });
    const card = lan.dock.card(`Người Gọi ${theme}`);
    await card.shows('Cuộc gọi đến');
    await lan.frame.heading(`Người Gọi ${theme}`).waitFor();
    await isAccessible(lan.page, 'ringing');
    await card.answer();
    await card.shows('Đang đàm thoại');
    await isAccessible(lan.page, 'talking');
    await card.openTransfer();
    await expect(card.target('Chăm sóc khách hàng')).toBeVisible();
    await isAccessible(lan.page, 'transfer');
    await card.hold();
    await card.shows('Đang giữ máy');
    await isAccessible(lan.page, 'on hold');
    await card.resume();
    await card.hangUp();
    await card.shows('Đã kết thúc');
    await isAccessible(lan.page, 'ended');
    await lan.frame.go('calls');
    await lan.calls.openStory(`Người Gọi ${theme}`);
    await isAccessible(lan.page, "a call's story");
  });
}

test('on a small screen pages and calls are accessible', async ({ office }) => {
  const lan = await office.member(LAN, { viewport: { width: 390, height: 844 } });
  await office.control.canRing(LAN);
  await isAccessible(lan.page, 'customers');
  await lan.hasCustomer('Người Gọi Nhỏ', '0911223405');
  await office.control.ring('0911223405', { agent: '5001' });
  await lan.dock.card('Người Gọi Nhỏ').shows('Cuộc gọi đến');
  await isAccessible(lan.page, 'ringing');
});
