import { isAccessible } from '../support/accessible';
import type { Member } from '../support/member';
import { ADMIN, LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

const PAGE = '/settings/telephone/stringee';
const PATH = 'sandbox-webhooks-of-the-demonstration';

test.use({ house: 'stringee settings' });

async function saves(admin: Member): Promise<void> {
  await admin.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(admin.frame.told('Đã lưu tổng đài').last()).toBeVisible();
  await admin.open(PAGE);
}

/** Asks Stringee, and waits for what comes of it. */
async function examined(admin: Member) {
  await admin.page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  const verdict = admin.page.getByRole('main').getByRole('status').filter({ hasText: /Mọi thứ đều đúng|cần sửa/ });
  await expect(verdict).toBeVisible();
  return verdict;
}

/** What stands in the field of one of the webhook addresses. */
const address = (admin: Member, name: string) => admin.page.getByRole('textbox', { name, exact: true });

test('what is filled in wrongly is said at the field, and what is right is kept', async ({ office }) => {
  office.watch.expect(/telephone\/stringee-save/);
  const admin = await office.member(ADMIN, { at: '/settings/telephone' });
  const hotline = (n: number) => admin.page.getByLabel(`Đầu số ${n}`, { exact: true });
  await admin.page.getByRole('link', { name: 'Stringee', exact: true }).click();
  await expect(admin.page.getByLabel('API key SID')).toHaveValue('SK.0.sandboxkey');
  await admin.page.getByLabel('Mã dự án').fill('một');
  await admin.page.getByLabel('Chờ bắt máy (giây)').fill('1');
  await hotline(2).fill('842471000001');
  await admin.page.getByRole('button', { name: 'Thêm đầu số' }).click();
  await hotline(3).fill('abc');
  await admin.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(admin.page.getByLabel('Mã dự án')).toHaveAccessibleDescription(/Hãy nhập một số/);
  await expect(admin.page.getByLabel('Chờ bắt máy (giây)')).toHaveAccessibleDescription(/từ 3 đến 120/);
  await expect(hotline(2)).toHaveAccessibleDescription('Số này đã có ở dòng khác.');
  await expect(hotline(3)).toHaveAccessibleDescription(/Chỉ dùng chữ số/);

  await admin.page.getByLabel('Mã dự án').fill('1');
  await admin.page.getByLabel('Chờ bắt máy (giây)').fill('20');
  await hotline(2).fill('842471000002');
  await hotline(3).fill('+84 24 7100 0003');
  await admin.page.getByLabel('Tên gọi 3').fill('Bảo hành');
  await admin.page.getByRole('button', { name: 'Đưa đầu số 3 lên đầu' }).click();
  await saves(admin);
  await expect(hotline(1)).toHaveValue('842471000003');
  await expect(admin.page.getByLabel('Tên gọi 1')).toHaveValue('Bảo hành');
  await expect(admin.page.getByLabel('Chờ bắt máy (giây)')).toHaveValue('20');
  const verdict = await examined(admin);
  await expect(verdict).toContainText('Đầu số 842471000003');
  await expect(verdict).toContainText('Stringee không có mục này trong dự án.');
  await admin.page.getByRole('button', { name: 'Bỏ đầu số 1' }).click();
  await saves(admin);
  await expect(hotline(1)).toHaveValue('842471000001');
});

test('the connection is tried, and what is wrong is said in words', async ({ office }) => {
  // The queues are asked for at the provider, which refuses the wrong key there as well.
  office.watch.expect(/status of 502 .*\/api\/telephone\/stringee-queues\)/, /stringee-queues.*a request failed.*502/);
  const admin = await office.member(ADMIN, { at: PAGE });
  await expect(await examined(admin)).toContainText('Mọi thứ đều đúng. Tổng đài sẵn sàng.');
  await admin.page.getByLabel('API key secret').fill('not-the-secret');
  await saves(admin);
  await expect(await examined(admin)).toContainText('Tổng đài từ chối khóa truy cập');
  const queues = admin.page.getByRole('region', { name: 'Hàng đợi và nhóm' });
  await expect(queues, 'in the place of what it could not ask').toContainText('Tổng đài từ chối khóa truy cập');
  await admin.page.getByLabel('API key secret').fill('sandbox-key-secret');
  await saves(admin);
  await expect(await examined(admin)).toContainText('Mọi thứ đều đúng.');
});

test('secrets never come back to the browser', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: PAGE });
  await expect(admin.page.getByText('Đã lưu khóa')).toBeVisible();
  for (const label of ['API key secret', 'Khóa ký webhook']) await expect(admin.page.getByLabel(label)).toHaveValue('');
  const html = await (await admin.context.request.get(PAGE)).text();
  const api = await admin.context.request.post('/api/telephone/stringee-settings', { data: {}, headers: { origin: office.server.url } });
  expect(api.ok()).toBe(true);
  for (const text of [html, await api.text()]) {
    expect(text).not.toContain('sandbox-key-secret');
    expect(text).not.toContain('sandbox-signing-secret');
  }
});

test('webhook addresses can be copied and renewed, and what comes to them is listed', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: PAGE });
  await admin.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const events = address(admin, 'Sự kiện cuộc gọi');
  await expect(events).toHaveValue(`${office.server.url}/hooks/stringee/${PATH}/events`);
  await admin.page.getByRole('button', { name: 'Sao chép: Sự kiện cuộc gọi' }).click();
  await expect(admin.frame.told('Đã sao chép')).toBeVisible();
  expect(await admin.page.evaluate(() => navigator.clipboard.readText())).toBe(await events.inputValue());

  const tell = (url: string) => fetch(url, { method: 'POST', body: '{}' }).then((answer) => answer.status);
  const old = await events.inputValue();
  expect(await tell(old), 'without a signature').toBe(401);
  const rows = admin.page.getByRole('region', { name: 'Yêu cầu gần đây' }).getByRole('row');
  const refused = rows.filter({ hasText: 'Sự kiện cuộc gọi' }).filter({ hasText: '401' }).filter({ hasText: 'Sai chữ ký' });
  await expect(refused.first(), 'without a reload').toBeVisible();
  const kind = admin.page.getByRole('combobox', { name: 'Loại' });
  await kind.selectOption('Cho phép gọi ra');
  await expect(refused).toHaveCount(0);
  await kind.selectOption('Tất cả');
  await expect(refused.first()).toBeVisible();

  await admin.page.getByRole('button', { name: 'Đổi phần không đoán được' }).click();
  const dialog = admin.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  await expect(events).toHaveValue(old);
  await admin.page.getByRole('button', { name: 'Đổi phần không đoán được' }).click();
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Đổi ngay' }).click();
  await expect(admin.frame.told('Đã đổi địa chỉ webhook')).toBeVisible();
  await expect(events).not.toHaveValue(old);
  expect(await tell(old), 'nobody lives there any more').toBe(404);
  expect(await tell(await events.inputValue())).toBe(401);
  const verdict = await examined(admin);
  await expect(verdict).toContainText('Stringee đang gọi một địa chỉ khác.');
});

test('a team serves a queue', async ({ office }) => {
  const admin = await office.member(ADMIN, { at: PAGE });
  const queue = admin.page.getByLabel('Chăm sóc khách hàng', { exact: true });
  await queue.selectOption('Kinh doanh');
  await admin.page.getByRole('button', { name: 'Lưu hàng đợi' }).click();
  await expect(admin.frame.told('Đã lưu hàng đợi')).toBeVisible();
  await admin.open(PAGE);
  await expect(queue.locator('option:checked')).toHaveText('Kinh doanh');
  await queue.selectOption('Nhóm của người phụ trách khách');
  await admin.page.getByRole('button', { name: 'Lưu hàng đợi' }).click();
  await expect(admin.frame.told('Đã lưu hàng đợi').last()).toBeVisible();
});

test('only admins see and change any of it', async ({ office }) => {
  office.watch.expect(/\/settings\/telephone/, /telephone\/(stringee|dial-policy)/);
  for (const person of [QUAN, LAN]) {
    const member = await office.member(person, { at: PAGE });
    await expect(member.page.getByText('Bạn không có quyền làm việc này.').first()).toBeVisible();
    const ask = async (what: string) => {
      const headers = { origin: office.server.url };
      return (await member.context.request.post(`/api/telephone/${what}`, { data: {}, headers })).status();
    };
    for (const what of ['stringee-settings', 'stringee-renew-path', 'stringee-examine', 'stringee-deliveries', 'stringee-queues', 'dial-policy']) {
      expect(await ask(what), `${person.name}: ${what}`).toBe(403);
    }
  }
});

test('the page is accessible, in both themes and in English, and fits a telephone', async ({ office }) => {
  for (const theme of ['light', 'dark'] as const) {
    const admin = await office.member(ADMIN, { at: PAGE, theme });
    await examined(admin);
    await isAccessible(admin.page, `${PAGE}, ${theme}`);
  }
  const small = await office.member(ADMIN, { at: PAGE, language: 'en', viewport: { width: 390, height: 844 } });
  await expect(small.page.getByRole('heading', { name: 'Webhook addresses' })).toBeVisible();
  for (const page of [PAGE, '/settings/telephone/calling-out']) {
    await small.open(page);
    const overflow = await small.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, page).toBeLessThanOrEqual(0);
    await isAccessible(small.page, page);
  }
});
