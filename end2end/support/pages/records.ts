import { expect, type Locator, type Page } from '@playwright/test';
import { Log } from './log';

/** What lists of records have in common: filters of conditions, views, and what is done with many rows. */
export class Records {
  private readonly log: Log;

  constructor(private readonly page: Page) {
    this.log = new Log(page);
  }

  /** Asks whether a field contains a text. */
  async filter(field: string, text: string): Promise<void> {
    await this.main.getByRole('button', { name: 'Bộ lọc', exact: true }).click();
    await this.conditions.getByRole('combobox', { name: 'Trường' }).selectOption({ label: field });
    await this.conditions.getByRole('textbox', { name: 'Giá trị' }).fill(text);
    await this.conditions.getByRole('button', { name: 'Áp dụng' }).click();
    await expect(this.main.getByRole('button', { name: 'Bộ lọc (1)' })).toBeVisible();
  }

  /** The filter while it is made. */
  get conditions(): Locator {
    return this.page.getByRole('dialog', { name: 'Bộ lọc' });
  }

  /** Keeps what is shown under a name. */
  async keepView(name: string): Promise<void> {
    await this.main.getByRole('button', { name: 'Lưu chế độ xem' }).click();
    const form = this.page.getByRole('dialog', { name: 'Lưu chế độ xem' });
    await form.getByLabel('Tên chế độ xem').fill(name);
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(this.log.tab(name)).toHaveAttribute('aria-current', 'page');
  }

  tab(name: string): Locator {
    return this.log.tab(name);
  }

  /** Makes something a column of the list. */
  async showColumn(name: string): Promise<void> {
    await this.main.getByRole('button', { name: 'Cột', exact: true }).click();
    await this.columns.getByRole('checkbox', { name, exact: true }).check();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('columnheader', { name, exact: true })).toBeVisible();
  }

  /** Which columns there are, while they are chosen. */
  get columns(): Locator {
    return this.page.getByRole('dialog', { name: 'Cột' });
  }

  /** The heads of the columns, in their order. */
  get heads(): Locator {
    return this.page.getByRole('columnheader').filter({ hasText: /\S/ });
  }

  /** Opens a cell by its pencil; the field that stands in its place. */
  async edit(field: string, name: string): Promise<Locator> {
    const label = `Sửa ${field} của ${name}`;
    await this.page.getByRole('row').filter({ hasText: name }).hover();
    await this.main.getByRole('button', { name: label, exact: true }).click();
    return this.field(field, name);
  }

  /** The field in a cell that is being changed. */
  field(field: string, name: string): Locator {
    return this.main.getByRole('textbox', { name: `Sửa ${field} của ${name}`, exact: true });
  }

  /** Why a cell does not take what was typed. */
  get refused(): Locator {
    return this.main.getByRole('alert');
  }

  /** Ticks a row. */
  box(name: string): Locator {
    return this.main.getByRole('checkbox', { name: `Chọn ${name}`, exact: true });
  }

  /** What can be done with the chosen rows. */
  get bar(): Locator {
    return this.page.locator('.bulk');
  }

  private get main(): Locator {
    return this.page.getByRole('main');
  }
}
