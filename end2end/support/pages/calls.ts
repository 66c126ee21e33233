import type { Locator, Page } from '@playwright/test';
import type { Words } from '../words';
import { open } from './live';

/** The log of calls, and a call's story. */
export class Calls {
  constructor(private readonly page: Page, private readonly words: Words) {}

  async open(): Promise<void> {
    await open(this.page, '/calls');
  }

  /** The calls of a number or a customer, newest first. */
  rows(text: string): Locator {
    return this.page.getByRole('main').getByRole('row').filter({ hasText: text });
  }

  /** Opens the story of the newest call of a number or a customer. */
  async openStory(text: string): Promise<void> {
    await this.rows(text).first().locator('[data-row]').click();
    await this.page.getByRole('heading', { level: 1, name: this.words.story }).waitFor();
  }

  /** What happened in the call, in order. */
  get facts(): Locator {
    return this.page.getByRole('region', { name: this.words.facts }).getByRole('listitem');
  }
}
