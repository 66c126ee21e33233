import { HUNG, LAN } from '../support/people';
import { expect, test } from '../support/test';

test('the list grows when its end comes near', async ({ office }) => {
  const lan = await office.member(LAN);
  await expect(lan.customers.names).toHaveCount(50);
  await lan.customers.names.last().scrollIntoViewIfNeeded();
  await expect(lan.customers.names).toHaveCount(100);
  const names = await lan.page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('href')));
  expect(new Set(names).size, 'nobody stands there twice').toBe(100);
});

test('the list is ordered by name, as Vietnamese people look for it', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.page.getByRole('columnheader', { name: 'Họ và tên' }).getByRole('link').click();
  await expect(lan.page).toHaveURL(/sort=name/);
  await expect(lan.page.getByRole('columnheader', { name: 'Họ và tên' })).toHaveAttribute('aria-sort', 'ascending');
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  await expect.poll(async () => {
    const names = (await lan.customers.names.allTextContents()).map(plain);
    return names.every((name, i) => i === 0 || names[i - 1] <= name);
  }).toBe(true);
});

test('the list shows whose customers one asks for, and the address keeps it', async ({ office }) => {
  const lan = await office.member(LAN);
  const owner = lan.page.getByRole('combobox', { name: 'Người phụ trách' });
  await owner.selectOption({ label: HUNG.name });
  await expect(lan.page).toHaveURL(/owner=/);
  const owners = lan.page.getByRole('cell').filter({ hasText: HUNG.name });
  await expect(owners).toHaveCount(50);
  await lan.page.reload();
  await expect(owners).toHaveCount(50);
  await owner.selectOption({ label: 'Của tôi' });
  await expect(owners).toHaveCount(0);
  await expect(lan.page.getByRole('cell').filter({ hasText: LAN.name })).toHaveCount(50);
});
