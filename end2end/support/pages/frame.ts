import type { Locator, Page } from '@playwright/test';
import type { Words } from '../words';

/** What stands around every page. */
export class Frame {
  constructor(private readonly page: Page, private readonly words: Words) {}

  /** Goes somewhere without loading the page anew. */
  async go(where: 'customers' | 'calls' | 'staff' | 'telephone'): Promise<void> {
    await this.navigation.getByRole('link', { name: this.words[where], exact: true }).click();
    await this.heading(where === 'calls' ? undefined : this.words[where]).waitFor();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.signOut, exact: true }).click();
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: this.words.navigation });
  }

  /** The page's title. */
  heading(name?: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** A short message that needs no answer. */
  told(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  /** A question over the page. */
  question(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }
}
