import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../words';
import { CallCard } from './call-card';

/** The telephone beside every page. */
export class Dock {
  constructor(private readonly page: Page, private readonly words: Words) {}

  get root(): Locator {
    return this.page.getByRole('complementary', { name: this.words.dock });
  }

  /** Waits until calls can be made and taken here. */
  async isReady(): Promise<void> {
    await this.shows(this.words.presence.online);
  }

  /** Waits until the dock says something. */
  async shows(text: string | RegExp): Promise<void> {
    await expect(this.root.getByText(text).filter({ visible: true }).first()).toBeVisible({ timeout: 20_000 });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** Types a number, however it is written, and dials. */
  async dial(number: string): Promise<void> {
    await this.root.getByLabel(this.words.numberToCall).fill(number);
    await this.button(this.words.dial).click();
  }

  /** The card of a call, by the name or number it is about. */
  card(name: string | RegExp): CallCard {
    return new CallCard(this.page, this.root, this.words, name);
  }

  /** A colleague's wish to pass a call on. */
  get offer(): Locator {
    return this.root.getByRole('alert').filter({ has: this.page.getByRole('button', { name: this.words.offerRefuse }) });
  }

  /** Opens it where it is a bar. */
  async unfold(): Promise<void> {
    await this.page.getByTitle(this.words.openPhone).click();
  }

  /** All cards. */
  get cards(): Locator {
    return this.root.getByRole('article');
  }
}
