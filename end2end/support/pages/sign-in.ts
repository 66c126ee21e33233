import type { Locator, Page } from '@playwright/test';
import type { Words } from '../words';
import { open } from './live';

/** The page where one signs in. */
export class SignIn {
  constructor(private readonly page: Page, private readonly words: Words) {}

  async open(address = '/sign-in'): Promise<void> {
    await open(this.page, address);
  }

  /** Types and sends. */
  async as(email: string, password: string): Promise<void> {
    await this.page.getByLabel(this.words.email, { exact: true }).fill(email);
    await this.page.getByLabel(this.words.password, { exact: true }).fill(password);
    await this.submit();
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.signIn, exact: true }).click();
  }

  /** Why it was refused. */
  get refusal(): Locator {
    return this.page.getByRole('alert');
  }
}
