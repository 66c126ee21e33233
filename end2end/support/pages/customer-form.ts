import type { Locator, Page } from '@playwright/test';
import type { Words } from '../words';

/** The form of a customer. */
export class CustomerForm {
  constructor(private readonly page: Page, private readonly words: Words) {}

  get name(): Locator {
    return this.main.getByRole('textbox', { name: this.words.name });
  }

  get company(): Locator {
    return this.main.getByLabel(this.words.company, { exact: true });
  }

  get address(): Locator {
    return this.main.getByLabel(this.words.address, { exact: true });
  }

  get email(): Locator {
    return this.main.getByLabel(this.words.email, { exact: true });
  }

  /** The field of the first, second, ... number. */
  number(row = 1): Locator {
    return this.main.getByLabel(this.words.number(row), { exact: true });
  }

  async addNumber(): Promise<void> {
    await this.main.getByRole('button', { name: this.words.addPhone, exact: true }).click();
  }

  /** Marks the only number so that it is not called. */
  async doNotCall(): Promise<void> {
    await this.main.getByLabel(this.words.doNotCall, { exact: true }).check();
  }

  /** The link to somebody who holds the number already. */
  holder(name: string): Locator {
    return this.main.getByRole('link', { name });
  }

  async create(): Promise<void> {
    await this.main.getByRole('button', { name: this.words.create, exact: true }).click();
  }

  async save(): Promise<void> {
    await this.main.getByRole('button', { name: this.words.saveChanges, exact: true }).click();
  }

  private get main(): Locator {
    return this.page.getByRole('main');
  }
}
