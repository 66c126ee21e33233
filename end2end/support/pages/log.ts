import type { Locator, Page } from '@playwright/test';

/** The log's filters, views and columns, as its Vietnamese reader sees them. */
export class Log {
  constructor(private readonly page: Page) {}

  get rows(): Locator {
    return this.page.getByRole('main').locator('tbody').getByRole('row');
  }

  /** What stands in a column, row by row. */
  column(name: string): Locator {
    return this.page.locator(`.calls td.calls__${name}`);
  }

  /** What opens below a chip or a button. */
  panel(name: string | RegExp): Locator {
    return this.page.locator('.popover__panel').and(this.page.getByRole('group', { name }));
  }

  chip(kind: string): Locator {
    return this.page.locator('.filter-chip').getByRole('button', { name: new RegExp(`^${kind}:`) });
  }

  /** Adds a filter; what it can be is open then. */
  async add(kind: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Thêm bộ lọc' }).click();
    await this.panel('Thêm bộ lọc').getByRole('button', { name: kind, exact: true }).click();
    return this.panel(new RegExp(`^${kind}:`));
  }

  async takeOff(kind: string): Promise<void> {
    await this.page.getByRole('button', { name: `Bỏ bộ lọc ${kind}` }).click();
  }

  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Chế độ xem' }).getByRole('link', { name });
  }
}
