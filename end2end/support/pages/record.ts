import type { Locator, Page } from '@playwright/test';
import type { Words } from '../words';

/** A customer's record. */
export class CustomerRecord {
  constructor(private readonly page: Page, private readonly words: Words) {}

  async edit(): Promise<void> {
    await this.main.getByRole('link', { name: this.words.edit, exact: true }).click();
    await this.main.getByRole('textbox', { name: this.words.name }).waitFor();
  }

  get deleteButton(): Locator {
    return this.main.getByRole('button', { name: this.words.delete, exact: true });
  }

  /** A number that dials when pressed. */
  number(grouped: string): Locator {
    return this.main.getByRole('button', { name: grouped });
  }

  async writeNote(text: string): Promise<void> {
    await this.main.getByLabel(this.words.newNote).fill(text);
    await this.main.getByRole('button', { name: this.words.addNote, exact: true }).click();
  }

  /** Something that happened, by a text in it. */
  entry(text: string): Locator {
    return this.timeline.getByRole('listitem').filter({ hasText: text });
  }

  get timeline(): Locator {
    return this.page.getByRole('region', { name: this.words.timeline });
  }

  private get main(): Locator {
    return this.page.getByRole('main');
  }
}
