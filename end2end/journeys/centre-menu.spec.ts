import { isAccessible } from '../support/accessible';
import { ADMIN } from '../support/people';
import { expect, test } from '../support/test';
import type { Office, Setup } from '../support/office';

test.use({ house: 'menus of a contact centre' });

/** An admin looks at the demonstration's menu; the draft is as it was published. */
async function atMenu(office: Office, setup: Setup = {}) {
  const admin = await office.member(ADMIN, { at: '/profile', ...setup });
  await admin.centre.begins();
  await admin.centre.open('/menus');
  await admin.page.getByRole('main').getByRole('link', { name: 'Lời chào' }).click();
  await expect(admin.page.getByRole('heading', { level: 1, name: 'Lời chào' })).toBeVisible();
  return admin;
}

test('a menu is drawn: what callers hear, and where each key leads', async ({ office }) => {
  const { centre } = await atMenu(office);
  await expect(centre.spot('Lời chào')).toContainText('Kính chào quý khách');
  await expect(centre.spot('Kinh doanh')).toBeVisible();
  await expect(centre.spot('Lời chào')).toHaveAccessibleName(/1 → Kinh doanh/);
  await expect(centre.picture.getByText('2 · không bấm')).toBeVisible();
  await centre.spot('Kinh doanh').click();
  await expect(centre.panel.getByRole('heading', { name: 'Kinh doanh' })).toBeVisible();
  await expect(centre.panel.getByRole('button', { name: /Lời chào/ })).toContainText('Phím 1');
});

test('the picture is edited with the mouse, and each change is in the draft', async ({ office }) => {
  const { centre, page, frame } = await atMenu(office);
  await centre.spot('Lời chào').click();
  await centre.addsKey('3', 'Bước mới', { name: 'Bảng giá', text: 'Bảng giá mới nhất có trên trang web.' });
  await expect(centre.spot('Bảng giá')).toBeFocused();
  await expect(centre.spot('Bảng giá')).toHaveAccessibleName(/cần xem lại|có lỗi/);
  await expect(centre.panel.getByText('Bước này không có phím nào')).toBeVisible();
  await centre.addsKey('Không bấm phím', 'Kết thúc cuộc gọi');
  await expect(centre.panel.getByText('Bước này không có phím nào')).toHaveCount(0);

  const text = centre.field('Lời đọc', centre.panel);
  await text.fill('');
  await centre.field('Tên', centre.panel).fill('Giá');
  await text.focus();
  await expect(text).toHaveAccessibleDescription(/.+/);
  await expect(centre.panel.getByText('Chưa lưu vào bản nháp')).toBeVisible();
  await text.fill('Giá niêm yết.');
  await centre.field('Tên', centre.panel).focus();
  await expect(centre.spot('Giá')).toContainText('Giá niêm yết.');
  await centre.isKept();
  await page.reload();
  await expect(centre.spot('Giá')).toContainText('Giá niêm yết.');

  await centre.spot('Giá').click();
  await centre.panel.getByRole('button', { name: 'Xóa bước' }).click();
  await frame.question('Xóa bước').getByRole('button', { name: 'Xóa bước' }).click();
  await expect(centre.spot('Giá')).toHaveCount(0);
  await expect(centre.spot('Lời chào'), 'the keys that led there are gone too').not.toHaveAccessibleName(/3 →/);
});

test('a menu is edited with the keyboard alone', async ({ office }) => {
  const { centre, page } = await atMenu(office);
  await centre.spot('Lời chào').focus();
  const queues = [centre.spot('Kinh doanh'), centre.spot('Chăm sóc khách hàng')];
  const heights = await Promise.all(queues.map(async (queue) => (await queue.boundingBox())?.y ?? 0));
  const [upper, lower] = heights[0] < heights[1] ? queues : queues.reverse();
  await page.keyboard.press('ArrowRight');
  await expect(centre.picture.locator('[aria-level="2"]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(upper).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(lower).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(centre.spot('Lời chào')).toBeFocused();
  await page.keyboard.press('1');
  await expect(centre.spot('Kinh doanh'), 'a key that is there leads where it leads').toBeFocused();
  await page.keyboard.press('Home');
  await expect(centre.spot('Lời chào')).toBeFocused();

  await page.keyboard.press('9');
  const dialog = page.getByRole('dialog');
  await expect(centre.choice('Phím', dialog)).toBeFocused();
  await expect(centre.choice('Phím', dialog).locator('option:checked')).toHaveText('Phím 9');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Địa chỉ');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Chúng tôi ở Bát Tràng.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(centre.spot('Địa chỉ')).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(centre.field('Tên', centre.panel)).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Đường đi');
  await page.keyboard.press('Escape');
  await expect(centre.spot('Đường đi')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog')).toContainText('Đường đi');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(centre.spot('Đường đi')).toHaveCount(0);
  await expect(centre.spot('Lời chào')).toBeFocused();
});

test('on a telephone’s screen a menu is an outline that can be edited', async ({ office }) => {
  const { centre, page } = await atMenu(office, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await expect(centre.picture).toBeHidden();
  const outline = page.getByRole('group', { name: 'Menu Lời chào' });
  const first = outline.getByRole('listitem').first();
  await expect(first.getByRole('listitem'), 'where the keys lead stands below').not.toHaveCount(0);
  await first.getByRole('button').first().tap();
  await centre.field('Tên', centre.panel).fill('Lời chào mới');
  await centre.field('Lời đọc', centre.panel).focus();
  await expect(outline.getByRole('button', { name: /Lời chào mới/ })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await isAccessible(page, 'a menu on a telephone');
  await page.getByRole('radio', { name: 'Sơ đồ' }).check();
  await expect(centre.picture).toBeVisible();
});

test('menus, sounds and trials are accessible in both themes', async ({ office }) => {
  // Eight pages, each looked through by axe.
  test.setTimeout(240_000);
  for (const theme of ['light', 'dark'] as const) {
    const admin = await atMenu(office, { theme });
    await admin.centre.spot('Lời chào').click();
    await isAccessible(admin.page, `a menu, ${theme}`);
    for (const part of ['/menus', '/sounds', '/try']) {
      await admin.centre.open(part);
      await isAccessible(admin.page, `${part}, ${theme}`);
    }
  }
});
