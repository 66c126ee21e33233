import type { BrowserContext } from '@playwright/test';
import type { Server } from './server.mjs';

/** Listens to every page and to the server's log: what nobody expected fails the test. */
export class Watch {
  private readonly complaints: string[] = [];
  private readonly expected: RegExp[] = [];
  private readonly mark: number;

  constructor(private readonly server: Server) {
    this.mark = server.mark();
  }

  /** Declares a complaint that this test causes on purpose. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** Listens to all pages of a browser window. */
  listen(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url } = message.location();
      this.complaints.push(`console: ${message.text()} (${url})`);
    });
    context.on('weberror', (error) => this.complaints.push(`page: ${error.error().stack ?? error.error().message}`));
  }

  /** What was complained about unexpectedly. */
  unexpected(): string[] {
    const log = this.server.warningsSince(this.mark).map((line) => `log: ${line}`);
    return [...this.complaints, ...log].filter((text) => !this.expected.some((pattern) => pattern.test(text)));
  }
}
