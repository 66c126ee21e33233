import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../words';

/** One call in the dock. */
export class CallCard {
  readonly root: Locator;

  constructor(private readonly page: Page, dock: Locator, private readonly words: Words, name: string | RegExp) {
    const label = typeof name === 'string' ? words.card(name) : name;
    this.root = dock.getByRole('article', { name: label });
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async answer(): Promise<void> {
    await this.button(this.words.answer).click();
  }

  async reject(): Promise<void> {
    await this.button(this.words.reject).click();
  }

  async hangUp(): Promise<void> {
    await this.button(this.words.hangUp).click();
  }

  async hold(): Promise<void> {
    await this.button(this.words.hold).click();
  }

  async resume(): Promise<void> {
    await this.button(this.words.resume).click();
  }

  async mute(): Promise<void> {
    await this.button(this.words.mute).click();
  }

  async unmute(): Promise<void> {
    await this.button(this.words.unmute).click();
  }

  /** Puts the card of an ended call away. */
  async done(): Promise<void> {
    await this.button(this.words.done).click();
    await expect(this.root).toHaveCount(0);
  }

  /** A choice of what the call came to. */
  disposition(name: string): Locator {
    return this.root.getByRole('radio', { name, exact: true });
  }

  /** Presses keys while talking. */
  async press(keys: string): Promise<void> {
    await this.button(this.words.tones).click();
    for (const key of keys) await this.button(this.words.key(key)).click();
  }

  /** Writes into the note, which saves itself. */
  async note(text: string): Promise<void> {
    await this.root.getByLabel(this.words.callNote).fill(text);
  }

  /** Waits until the card says something. */
  async shows(text: string | RegExp): Promise<void> {
    await expect(this.root.getByText(text).filter({ visible: true }).first()).toBeVisible({ timeout: 15_000 });
  }

  /** Opens the panel of colleagues and queues. */
  async openTransfer(): Promise<void> {
    await this.button(this.words.transfer).click();
  }

  /** Somebody or something that is offered there. */
  target(name: string | RegExp): Locator {
    return this.root.getByRole('option', { name });
  }

  /** Passes the call on to somebody who is offered. */
  async transferTo(name: string | RegExp): Promise<void> {
    await this.openTransfer();
    await this.target(name).click();
  }

  /** Looks for somebody by keyboard, and takes the first who is found. */
  async find(text: string): Promise<void> {
    await this.page.keyboard.press('t');
    const field = this.root.getByRole('combobox', { name: this.words.transferFind });
    await expect(field).toBeFocused();
    await field.fill(text);
  }

  /** Passes the call on to what nobody has written down. */
  async transferStraight(text: string, to: string): Promise<void> {
    await this.openTransfer();
    await this.root.getByRole('combobox', { name: this.words.transferFind }).fill(text);
    await this.target(to).click();
  }
}
