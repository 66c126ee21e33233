import type { Locator, Page } from '@playwright/test';
import { open } from './live';

/** The missed-call inbox. */
export class Missed {
  constructor(private readonly page: Page) {}

  async open(address = '/missed'): Promise<void> {
    await open(this.page, address);
  }

  /** The line of a customer or a number. */
  row(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('row').filter({ hasText: text });
  }

  /** Goes to another of its lists. */
  async list(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('navigation').getByRole('link', { name, exact: true }).click();
  }

  /** What a row offers to do. */
  button(text: string, name: string): Locator {
    return this.row(text).getByRole('button', { name, exact: true });
  }
}
