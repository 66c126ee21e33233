import { isAccessible } from '../support/accessible';
import { LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

test('two customers of one number become one, and two again', async ({ office }) => {
  const quan = await office.member(QUAN);
  const kept = await quan.hasCustomer('Vương Thị Trùng', '0911224201');
  const gone = await quan.hasCustomer('Chị Trùng Vương Gia', '+84 911 224 201', { company: 'Lụa Vạn Phúc 42' });
  await quan.open(`/customers/${gone}`);
  await quan.record.writeNote('Thích lụa màu xanh');
  await expect(quan.record.entry('Thích lụa màu xanh')).toBeVisible();
  await quan.open(`/customers/${kept}`);
  await expect(quan.duplicates.hint).toContainText('Chung số');
  await isAccessible(quan.page, 'a record with a duplicate');
  await quan.duplicates.compare();
  await quan.duplicates.take('Họ và tên', 'Chị Trùng Vương Gia');
  await isAccessible(quan.page, 'two customers side by side');
  await quan.duplicates.merge.click();
  await quan.frame.heading('Chị Trùng Vương Gia').waitFor();
  await expect(quan.frame.told('Đã gộp Chị Trùng Vương Gia vào Vương Thị Trùng')).toBeVisible();
  await expect(quan.record.entry('Thích lụa màu xanh')).toBeVisible();
  await quan.open(`/customers/${gone}`);
  await expect(quan.page, 'whoever follows an old link').toHaveURL(`/customers/${kept}`);
  await quan.duplicates.merged.getByRole('button', { name: 'Tách lại' }).click();
  await expect(quan.page).toHaveURL(`/customers/${gone}`);
  await expect(quan.record.entry('Thích lụa màu xanh')).toBeVisible();
  await quan.open(`/customers/${kept}`);
  await expect(quan.frame.heading('Vương Thị Trùng')).toBeVisible();
});

test('who is two people is listed until somebody says so; an agent merges only her own', async ({ office }) => {
  const lan = await office.member(LAN);
  const first = await lan.hasCustomer('Giáp Văn Chung', '0911224202', { company: 'Gốm Thổ Hà 42' });
  const second = await lan.hasCustomer('Chung Giáp Văn', '0911224202', { company: 'Gốm Thổ Hà 42' });
  await lan.open(`/customers/merge?kept=${first}&gone=${second}`);
  await expect(lan.duplicates.merge).toHaveAttribute('aria-disabled', 'true');
  await expect(async () => {
    await lan.open('/customers/duplicates');
    await expect(lan.duplicates.group('Giáp Văn Chung')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await isAccessible(lan.page, 'the list of duplicates');
  const group = lan.duplicates.group('Giáp Văn Chung');
  await group.getByRole('button', { name: 'Không trùng' }).click();
  await expect(group).toHaveCount(0);
});
