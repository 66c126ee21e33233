import { expect, type Locator, type Page, type WebSocketRoute } from '@playwright/test';
import { open } from './live';

/** The live floor. */
export class Floor {
  private readonly lines: WebSocketRoute[] = [];
  private cut = false;

  constructor(private readonly page: Page) {}

  async open(address = '/floor'): Promise<void> {
    await open(this.page, address);
  }

  /** Lets the live connection be cut; before the page is opened. */
  async canBeCut(): Promise<void> {
    await this.page.routeWebSocket(/\/live$/, (line) => {
      if (this.cut) return void line.close();
      line.connectToServer();
      this.lines.push(line);
    });
  }

  /** Cuts the live connection, and keeps it cut until it is mended. */
  async cutOff(): Promise<void> {
    this.cut = true;
    await Promise.all(this.lines.splice(0).map((line) => line.close()));
  }

  mend(): void {
    this.cut = false;
  }

  /** A member's row. */
  row(name: string): Locator {
    return this.page.getByRole('main').getByRole('row').filter({ hasText: name });
  }

  /** Waits until a member is said to do something: sooner than the next heartbeat, for what changes is told at once. */
  async shows(name: string, status: string | RegExp): Promise<void> {
    await expect(this.row(name)).toContainText(status, { timeout: 8_000 });
  }

  /** What the page says of its own connection. */
  get connection(): Locator {
    return this.page.getByRole('main').getByRole('status');
  }

  /** Calls that ring and are not answered. */
  waiting(heading: string): Locator {
    return this.page.getByRole('region', { name: heading });
  }
}
