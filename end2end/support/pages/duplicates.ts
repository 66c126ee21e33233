import { type Locator, type Page } from '@playwright/test';

/** Customers who may be one person. */
export class Duplicates {
  constructor(private readonly page: Page) {}

  /** Who may be one person, by the name of one of them. */
  group(name: string): Locator {
    return this.page.locator('.duplicates__group').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** Leads from a record to both side by side. */
  async compare(): Promise<void> {
    await this.hint.getByRole('link', { name: 'So sánh' }).first().click();
    await this.page.getByRole('heading', { level: 1, name: 'So sánh và gộp' }).waitFor();
  }

  /** Of a part that differs: takes this value. */
  async take(part: string, value: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: part, exact: true }).getByRole('radio', { name: value, exact: true }).check();
  }

  /** At a record: who may be the same. */
  get hint(): Locator {
    return this.page.getByRole('region', { name: 'Có thể trùng với' });
  }

  /** At a record: what became part of it. */
  get merged(): Locator {
    return this.page.getByRole('region', { name: 'Đã gộp vào đây' });
  }

  /** Makes them one. */
  get merge(): Locator {
    return this.page.getByRole('button', { name: 'Gộp thành một', exact: true });
  }
}
