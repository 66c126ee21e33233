import { expect, type Locator, type Page } from '@playwright/test';

/** The command palette. */
export class Palette {
  constructor(private readonly page: Page) {}

  /** Opens it with the keys. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.field).toBeFocused();
  }

  /** Opens it with a press. */
  async press(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tìm nhanh', exact: true }).click();
    await expect(this.field).toBeFocused();
  }

  /** Types, and waits until what is shown is about it. */
  async type(text: string): Promise<void> {
    await this.field.fill(text);
    await expect(this.lines).not.toHaveCount(0);
    await expect(this.page.locator('.palette__body')).toHaveAttribute('aria-busy', 'false');
  }

  get window(): Locator {
    return this.page.getByRole('dialog', { name: 'Tìm nhanh mọi thứ' });
  }

  get field(): Locator {
    return this.page.getByRole('combobox', { name: 'Tìm nhanh mọi thứ' });
  }

  /** What can be chosen. */
  get lines(): Locator {
    return this.window.getByRole('option');
  }

  /** What stands under a heading. */
  of(heading: string): Locator {
    return this.window.getByRole('group', { name: heading }).getByRole('option');
  }

  /** A page one can go to. */
  pageNamed(name: string): Locator {
    return this.window.getByRole('group', { name: 'Trang' }).getByRole('option', { name, exact: true });
  }

  /** The line that Enter takes. */
  get active(): Locator {
    return this.window.getByRole('option', { selected: true });
  }
}
