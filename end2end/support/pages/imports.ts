import { expect, type Locator, type Page } from '@playwright/test';
import type { Chosen } from '../files';
import { open } from './live';

/** Bringing customers in from a file, in Vietnamese. */
export class Imports {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await open(this.page, '/customers/import');
  }

  /** Chooses a file; the way goes on at its columns. */
  async give(file: Chosen): Promise<void> {
    await this.page.getByLabel('Chọn tệp', { exact: true }).and(this.page.locator('input')).setInputFiles(file);
    await this.page.getByRole('heading', { level: 1, name: `Nhập ${file.name}` }).waitFor();
  }

  /** What a column becomes. */
  column(name: string): Locator {
    return this.page.getByRole('combobox', { name: `Cột ${name} nhập vào`, exact: true });
  }

  /** In which encoding the file is read. */
  get encoding(): Locator {
    return this.page.getByRole('combobox', { name: 'Bảng mã' });
  }

  /** What stands between its cells. */
  get delimiter(): Locator {
    return this.page.getByRole('combobox', { name: 'Dấu ngăn cột' });
  }

  /** Chooses what happens with customers who are there. */
  async whenKnown(rule: 'Giữ nguyên' | 'Cập nhật' | 'Bổ sung'): Promise<void> {
    await this.page.getByRole('group', { name: 'Khi trùng thì' }).getByRole('radio', { name: rule }).check();
  }

  /** Rehearses. */
  async check(): Promise<void> {
    await this.button('Kiểm tra trước khi nhập').click();
    await this.page.getByRole('heading', { name: 'Nếu nhập bây giờ' }).waitFor();
  }

  /** Brings in what can be brought in. */
  async run(): Promise<void> {
    await this.button(/^Nhập [\d.]+ dòng$/).click();
  }

  /** Everything is there. */
  async isDone(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Kết quả', exact: true }).waitFor({ timeout: 60_000 });
  }

  /** A figure of what would come of it, or came. */
  async counts(label: string, number: string): Promise<void> {
    const figure = this.page.locator('.import-figure').filter({ hasText: label });
    await expect(figure.getByText(number, { exact: true })).toBeVisible();
  }

  /** Takes everything back. */
  async undo(): Promise<void> {
    await this.button('Hoàn tác lần nhập này').click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác lần nhập này' }).click();
    await this.page.getByRole('heading', { name: 'Đã hoàn tác', exact: true }).waitFor({ timeout: 60_000 });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name });
  }
}
