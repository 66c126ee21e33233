import type { BrowserContext, Locator, Page } from '@playwright/test';

/** One's own day, and what one is reminded of on every page. */
export class Day {
  constructor(private readonly page: Page) {}

  /** What rings, by what is to be done. */
  reminder(title: string): Locator {
    return this.page.getByRole('article', { name: title, exact: true });
  }

  async done(title: string): Promise<void> {
    await this.reminder(title).getByRole('button', { name: 'Xong', exact: true }).click();
  }

  async snooze(title: string): Promise<void> {
    await this.reminder(title).getByRole('button', { name: 'Nhắc lại sau 10 phút', exact: true }).click();
  }

  /** The page's clock is so many minutes ahead; its timers go on. */
  async later(minutes: number): Promise<void> {
    await this.page.clock.setFixedTime(Date.now() + minutes * 60_000);
  }

  /** What this tab has shown beside the page; see {@link notes}. */
  async shown(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { shown: string[] }).shown);
  }
}

/** Has the pages of a browser write down what they show beside themselves, to a member who looks elsewhere. */
export async function notes(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shown: string[] = [];
    class Noted {
      static permission = 'granted';
      onclick: unknown = null;
      constructor(title: string) {
        shown.push(title);
      }
      close() {}
    }
    Object.assign(window, { shown, Notification: Noted });
    document.hasFocus = () => false;
  });
}

/** A minute so many from now, as a field for Vietnam's time has it. */
export function inMinutes(minutes: number): string {
  return new Date(Date.now() + (7 * 60 + minutes) * 60_000).toISOString().slice(0, 16);
}
