import type { Member } from '../support/member';
import { ADMIN, LAN } from '../support/people';
import { expect, test } from '../support/test';

const PAGE = '/settings/telephone/calling-out';

test.use({ house: 'dial policy' });

async function saves(admin: Member): Promise<void> {
  await admin.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(admin.frame.told('Đã lưu quy tắc gọi ra').last()).toBeVisible();
  await admin.open(PAGE);
}

test('rules that cannot be are said at their fields', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: PAGE });
  await admin.page.getByLabel('Mỗi nhân viên, tối đa mỗi ngày').fill('0');
  await admin.page.getByLabel('Mỗi số khách, tối đa mỗi ngày').fill('nhiều');
  await admin.page.getByLabel('Đầu số bị chặn').fill('1900, 19*');
  await admin.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const said = (label: string) => expect(admin.page.getByLabel(label));
  await said('Mỗi nhân viên, tối đa mỗi ngày').toHaveAccessibleDescription(/từ 1 đến 10000/);
  await said('Mỗi số khách, tối đa mỗi ngày').toHaveAccessibleDescription(/từ 1 đến 10000/);
  await said('Đầu số bị chặn').toHaveAccessibleDescription(/Chỉ dùng chữ số/);
});

test('what the rules forbid is not dialled, and the dock says why', async ({ office }) => {
  office.watch.expect(/dial-check/, /dial_check/);
  const admin = await office.member(ADMIN, { at: PAGE });
  const lan = await office.agent(LAN);
  await test.step('numbers that cost extra, from the beginning', async () => {
    await lan.dock.dial('19001000');
    await expect(lan.dock.root.getByText('Không gọi các số bắt đầu bằng 1900.')).toBeVisible();
  });
  await test.step('a beginning that an admin blocks', async () => {
    await admin.page.getByLabel('Đầu số bị chặn').fill('1900, 0911');
    await saves(admin);
    await expect(admin.page.getByLabel('Đầu số bị chặn')).toHaveValue('1900, 0911');
    await lan.dock.dial('0911223900');
    await expect(lan.dock.root.getByText('Không gọi các số bắt đầu bằng 0911.')).toBeVisible();
  });
  await test.step('a role that may not call out', async () => {
    await admin.page.getByLabel('Đầu số bị chặn').fill('1900');
    await admin.page.getByRole('checkbox', { name: 'Tư vấn viên' }).uncheck();
    await saves(admin);
    await lan.dock.dial('0911223900');
    await expect(lan.dock.root.getByText('Vai trò của bạn không được gọi ra.')).toBeVisible();
  });
  await test.step('and what they allow is', async () => {
    await admin.page.getByRole('checkbox', { name: 'Tư vấn viên' }).check();
    await saves(admin);
    await lan.dock.dial('0911223900');
    await lan.dock.card('0911 223 900').shows('Đang đàm thoại');
    await lan.dock.card('0911 223 900').hangUp();
  });
});

test('calls of a team that advertises do not reach customers who refuse them, and the dock names the team', async ({ office }) => {
  office.watch.expect(/dial-check/, /dial_check/);
  const admin = await office.member(ADMIN, { at: PAGE });
  const lan = await office.agent(LAN);
  await lan.hasCustomer('Khách Không Nghe Quảng Cáo', '0911223910', { doNotCall: true });
  await test.step('a team must be chosen', async () => {
    await admin.page.getByRole('radio', { name: 'Của một số nhóm' }).check();
    await admin.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(admin.page.getByRole('group', { name: 'Nhóm gọi quảng cáo' })).toContainText('Hãy điền ô này.');
    await admin.page.getByRole('checkbox', { name: 'Kinh doanh' }).check();
    await saves(admin);
    await expect(admin.page.getByRole('checkbox', { name: 'Kinh doanh' })).toBeChecked();
  });
  await test.step('she works in it', async () => {
    await lan.dock.dial('0911223910');
    const why = 'Cuộc gọi ra của nhóm Kinh doanh là quảng cáo: khách đã từ chối nhận ở số này.';
    await expect(lan.dock.root.getByText(why)).toBeVisible();
  });
  await test.step('where nobody advertises she is only asked', async () => {
    await admin.page.getByRole('radio', { name: 'Không có' }).check();
    await saves(admin);
    await lan.dock.dial('0911223910');
    const question = lan.page.getByRole('dialog');
    await expect(question).toContainText('Khách Không Nghe Quảng Cáo');
    await question.getByRole('button', { name: 'Không gọi' }).click();
    await expect(lan.dock.cards).toHaveCount(0);
  });
});
