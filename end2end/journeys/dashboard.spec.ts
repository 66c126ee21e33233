import { isAccessible } from '../support/accessible';
import { LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('every number leads to the calls behind it', async ({ office }) => {
  const quan = await office.member(QUAN, { at: '/dashboard?period=30days' });
  const main = quan.page.getByRole('main');
  const cell = main.getByRole('region', { name: 'Giờ cao điểm' }).getByRole('cell').getByRole('link').first();
  const calls = Number(await cell.textContent());
  expect(calls).toBeGreaterThan(0);
  await cell.click();
  await expect(quan.page).toHaveURL(/\/calls\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d&weekday=\d&hour=\d+/);
  await expect(main.locator('[data-row]')).toHaveCount(calls);

  await quan.page.goBack();
  const row = main.getByRole('region', { name: 'Theo nhân viên' }).getByRole('row').filter({ hasText: LAN.name });
  const missed = row.getByRole('cell').nth(3).getByRole('link');
  const nobodyTook = Number(await missed.textContent());
  await missed.click();
  await expect(quan.page).toHaveURL(/direction=inbound&outcome=missed/);
  await expect(main.locator('[data-row]')).toHaveCount(nobodyTook);
});

test('period and team stand in the address', async ({ office }) => {
  const quan = await office.member(QUAN, { at: '/dashboard' });
  const main = quan.page.getByRole('main');
  const total = main.getByRole('listitem').filter({ hasText: 'gọi đi' }).getByRole('link');
  const week = Number(await total.textContent());
  await main.getByRole('link', { name: '30 ngày' }).click();
  await expect(quan.page).toHaveURL(/period=30days/);
  await expect.poll(async () => Number(await total.textContent())).toBeGreaterThan(week);
  const month = Number(await total.textContent());
  await main.getByRole('combobox', { name: 'Nhóm' }).selectOption({ label: 'Kinh doanh' });
  await expect(quan.page).toHaveURL(/period=30days&team=/);
  await expect.poll(async () => Number(await total.textContent())).toBeLessThan(month);
  const ofTeam = await total.textContent();
  await quan.page.reload();
  await expect(total).toHaveText(ofTeam ?? '');
  await main.getByLabel('Từ ngày').fill('2020-01-01');
  await main.getByLabel('Đến ngày').fill('2020-01-02');
  await main.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(quan.page).toHaveURL(/from=2020-01-01&to=2020-01-02&team=/);
  await expect(main.getByText('Không có cuộc gọi nào trong thời gian này')).toBeVisible();
});

test('behind each chart is a table', async ({ office }) => {
  const quan = await office.member(QUAN, { at: '/dashboard?period=30days' });
  const main = quan.page.getByRole('main');
  for (const name of ['Cuộc gọi theo ngày', 'Tỷ lệ bắt máy', 'Khách bị nhỡ và đã gọi lại', 'Thời gian đàm thoại', 'Thời gian chờ bắt máy']) {
    const chart = main.getByRole('region', { name, exact: true });
    await expect(chart.getByRole('img')).toBeVisible();
    const way = chart.getByRole('button', { name: 'Xem bảng' });
    await way.focus();
    await quan.page.keyboard.press('Enter');
    await expect(chart.getByRole('rowheader')).toHaveCount(30);
    await expect(chart.getByRole('img')).toHaveCount(0);
  }
  await isAccessible(quan.page, 'the tables');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the dashboard is accessible, ${theme}`, async ({ office }) => {
    const quan = await office.member(QUAN, { at: '/dashboard?period=30days', theme, language: 'en' });
    await expect(quan.frame.heading('Dashboard')).toBeVisible();
    await isAccessible(quan.page, 'the dashboard');
  });
}

test('on a small screen the dashboard needs no scrolling sideways', async ({ office }) => {
  const quan = await office.member(QUAN, { at: '/dashboard?period=30days', viewport: { width: 390, height: 844 } });
  await expect(quan.frame.heading('Tổng quan')).toBeVisible();
  const overflow = await quan.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await isAccessible(quan.page, 'the dashboard on a telephone');
});

test('agents have no dashboard', async ({ office }) => {
  office.watch.expect(/403/);
  const lan = await office.member(LAN, { at: '/dashboard' });
  await expect(lan.page.getByText('Bạn không có quyền làm việc này')).toBeVisible();
  await expect(lan.frame.navigation.getByRole('link', { name: 'Tổng quan' })).toHaveCount(0);
});
