import { isAccessible } from '../support/accessible';
import { hears } from '../support/audio';
import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('the panel lets a virtual customer call, and hang up', async ({ office }) => {
  const lan = await office.agent(LAN);
  const panel = await (await office.window()).newPage();
  await panel.goto('/sandbox/panel');
  const company = panel.getByRole('region', { name: '3C' });
  await company.getByLabel('Số của khách').fill('0911223601');
  await company.getByLabel('Gọi đến').selectOption('5001');
  await company.getByRole('button', { name: 'Gọi', exact: true }).click();
  const card = lan.dock.card('0911 223 601');
  await card.answer();
  await card.shows('Đang đàm thoại');
  const line = company.getByRole('row').filter({ hasText: '0911223601' });
  await expect(line).toContainText('đang nói');
  await isAccessible(panel, 'panel');
  await line.getByRole('button', { name: 'Khách cúp máy' }).click();
  await card.shows('Đã kết thúc');
});

test('a caller waits with music until somebody is there', async ({ office }) => {
  const customer = await office.phone('0911223602');
  await isAccessible(customer.page, "the customer's phone");
  await customer.callHotline();
  await customer.is('queued');
  await hears(customer.page, 'the waiting customer');
  const lan = await office.agent(LAN);
  const card = lan.dock.card('0911 223 602');
  await card.shows(/19001000/);
  await card.answer();
  await customer.is('talking');
});

test('a number of an agent is not given to a customer', async ({ office }) => {
  office.watch.expect(/403/);
  const page = await (await office.window()).newPage();
  await page.goto('/sandbox/phone?n=5001');
  await expect(page.getByText('Không dùng được số này')).toBeVisible();
});

test('a hotline of the other company greets, and a key leads to a queue', async ({ office }) => {
  const customer = await office.phone('0911223603');
  await customer.callHotline('842471000001');
  await customer.is('menu');
  await hears(customer.page, 'the greeting');
  await customer.press('1');
  await customer.is('queued');
  await hears(customer.page, 'the music');
  const panel = await (await office.window()).newPage();
  await panel.goto('/sandbox/panel');
  const line = panel.getByRole('region', { name: 'Stringee' }).getByRole('row').filter({ hasText: '84911223603' }).first();
  await expect(line).toContainText('đang chờ, Kinh doanh');
  await line.getByRole('button', { name: 'Khách cúp máy' }).click();
  await customer.is('ended');
});
