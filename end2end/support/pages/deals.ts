import type { Locator, Page } from '@playwright/test';

/** The board of deals. */
export class Deals {
  constructor(private readonly page: Page) {}

  /** A column, by its stage. */
  column(stage: string): Locator {
    return this.page.getByRole('region', { name: stage, exact: true });
  }

  /** A card in a column. */
  card(stage: string, title: string): Locator {
    return this.column(stage).getByRole('listitem').filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  /** The way from a card to its deal. */
  link(title: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name: title, exact: true });
  }

  /** Drags a card with the mouse from one column to another. */
  async drag(title: string, from: string, to: string): Promise<void> {
    const start = await middle(this.card(from, title));
    const end = await middle(this.column(to).getByRole('heading'));
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + 20, start.y + 10);
    await this.page.mouse.move(end.x, end.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Drags a card with a finger, at its grip. */
  async dragByFinger(title: string, from: string, to: string): Promise<void> {
    const start = await middle(this.card(from, title).locator('.deal-card__grip'));
    const end = await middle(this.column(to).getByRole('heading'));
    const session = await this.page.context().newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
    await touch('touchStart', start);
    for (let step = 1; step <= 8; step += 1) {
      await touch('touchMove', { x: start.x + ((end.x - start.x) * step) / 8, y: start.y + ((end.y - start.y) * step) / 8 });
    }
    await touch('touchEnd');
    await session.detach();
  }
}

/** The point in the middle of something that is seen. */
async function middle(of: Locator): Promise<{ x: number; y: number }> {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (!box) throw new Error('nothing to point at');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
