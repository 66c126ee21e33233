import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '../people';
import { open } from './live';

/** What leads to a queue, in the editor's words. */
type Leads = 'Hàng đợi' | 'Bước có sẵn' | 'Bước mới' | 'Số điện thoại' | 'Kết thúc cuộc gọi';

/** The contact centre as an admin runs it: its forms, the draft, the menus that are drawn. */
export class Centre {
  constructor(readonly page: Page) {}

  /** The draft as the newest version is; the first time what the provider has is read. */
  async begins(): Promise<void> {
    const headers = { origin: new URL(this.page.url()).origin };
    for (const what of ['read', 'discard']) {
      const answer = await this.page.context().request.post(`/api/centre/${what}`, { data: {}, headers });
      if (!answer.ok()) throw new Error(`${what}: ${answer.status()} ${await answer.text()}`);
    }
  }

  async open(part = ''): Promise<void> {
    await open(this.page, `/centre${part}`);
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** A field of text, on the page or within a part of it. */
  field(name: string, within: Locator = this.main): Locator {
    return within.getByRole('textbox', { name, exact: true });
  }

  /** A field to choose in. */
  choice(name: string, within: Locator = this.main): Locator {
    return within.getByRole('combobox', { name, exact: true });
  }

  /** Reads what the provider has, for the first time. */
  async readsProvider(): Promise<void> {
    await this.page.getByRole('button', { name: 'Đọc cấu hình đang có' }).click();
    await expect(this.draft).toBeVisible();
  }

  /** How the draft stands. */
  get draft(): Locator {
    return this.page.getByRole('region', { name: 'Bản nháp', exact: true });
  }

  async saves(): Promise<void> {
    await this.main.getByRole('button', { name: 'Lưu vào bản nháp' }).click();
    await expect(this.page.getByRole('status').filter({ hasText: 'Đã lưu vào bản nháp' }).last()).toBeVisible();
    await this.isKept();
  }

  /** Waits until the server has every change. */
  async isKept(): Promise<void> {
    await expect(this.draft.getByText('Đang lưu…')).toHaveCount(0);
  }

  async addsAgent({ name, seat }: Person): Promise<void> {
    await this.open('/agents/new');
    await this.choice('Nhân viên').selectOption(name);
    await expect(this.field('Mã máy'), 'their seat need not be written').toHaveValue(seat ?? '');
    await this.saves();
  }

  async addsGroup(name: string, members: string[]): Promise<void> {
    await this.open('/groups/new');
    await this.field('Tên').fill(name);
    for (const member of members) await this.main.getByRole('checkbox', { name: member }).check();
    await this.saves();
  }

  async addsQueue(name: string, group: string): Promise<void> {
    await this.open('/queues/new');
    await this.field('Tên').fill(name);
    await this.main.getByRole('radio', { name: 'Theo nhóm' }).check();
    await this.page.getByRole('button', { name: 'Thêm nhóm phục vụ' }).click();
    await this.choice('Nhóm 1').selectOption(group);
    await this.saves();
  }

  async addsMenu(name: string, greeting: string): Promise<void> {
    await this.open('/menus');
    await this.page.getByRole('button', { name: 'Thêm menu thoại' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await this.field('Tên menu', dialog).fill(name);
    await this.field('Lời đọc', dialog).fill(greeting);
    await dialog.getByRole('button', { name: 'Tạo menu' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
    await this.isKept();
  }

  async addsHotline(number: string, name: string, menu: string): Promise<void> {
    await this.open('/numbers/new');
    await this.field('Số điện thoại').fill(number);
    await this.field('Tên').fill(name);
    await this.choice('Menu thoại').selectOption(menu);
    await this.saves();
  }

  /** Publishes, whatever warnings there are, and waits until the provider has all of it. */
  async publishes(): Promise<void> {
    await this.open('/publish');
    const seen = this.main.getByRole('checkbox', { name: 'Tôi đã xem các cảnh báo' });
    const button = this.main.getByRole('button', { name: 'Phát hành', exact: true });
    await expect(button).toBeVisible();
    const runs = this.main.getByText(/Phiên bản \d+ đã chạy ở nhà cung cấp/);
    const [before] = await runs.allTextContents(); // what was published last is told until this is
    if (await seen.isVisible()) await seen.check();
    await button.click();
    await expect(before ? runs.filter({ hasNotText: before }) : runs).toBeVisible({ timeout: 60_000 });
  }

  // ---- a menu that is drawn

  /** The picture. */
  get picture(): Locator {
    return this.page.getByRole('tree');
  }

  /** Something in the picture, by what is written on it. */
  spot(title: string): Locator {
    return this.picture.getByRole('treeitem').filter({ has: this.page.getByText(title, { exact: true }) });
  }

  /** What stands beside the picture. */
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Chi tiết' });
  }

  /** Adds a key at the place that is looked at. */
  async addsKey(key: string, leads: Leads, more: { queue?: string; name?: string; text?: string } = {}): Promise<void> {
    await this.panel.getByRole('button', { name: 'Thêm phím' }).click();
    const dialog = this.page.getByRole('dialog');
    await this.choice('Phím', dialog).selectOption(key);
    await this.choice('Dẫn đến', dialog).selectOption(leads);
    if (more.queue) await this.choice('Hàng đợi', dialog).selectOption(more.queue);
    if (more.name) await this.field('Tên', dialog).fill(more.name);
    if (more.text) await this.field('Lời đọc', dialog).fill(more.text);
    await dialog.getByRole('button', { name: 'Thêm phím' }).click();
    await expect(dialog).toBeHidden();
    await this.isKept();
  }
}
