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
