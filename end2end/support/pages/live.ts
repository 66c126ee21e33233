import type { Page } from '@playwright/test';

/** Waits until buttons work: before that, a click is only a plain link or form. */
export async function live(page: Page): Promise<void> {
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/** Opens an address of the product, and waits until it is live. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await live(page);
}
