import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../words';
import { open } from './live';

/** The list of customers. */
export class Customers {
  constructor(private readonly page: Page, private readonly words: Words) {}

  async open(): Promise<void> {
    await open(this.page, '/customers');
  }

  /** Types into the search field; the list follows by itself. */
  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: this.words.searchCustomers }).fill(text);
    await expect(this.page).toHaveURL((url) => (url.searchParams.get('q') ?? '') === text.trim());
  }

  /** The names on the screen, in order. */
  get names(): Locator {
    return this.page.getByRole('rowheader').getByRole('link');
  }

  /** A customer's line. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** Opens a customer's record. */
  async pick(name: string): Promise<void> {
    await this.names.filter({ hasText: name }).first().click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async startNew(): Promise<void> {
    await this.page.getByRole('link', { name: this.words.newCustomer, exact: true }).first().click();
    await this.page.getByRole('textbox', { name: this.words.name }).waitFor();
  }
}
