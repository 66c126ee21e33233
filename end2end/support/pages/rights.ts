import type { Locator, Page } from '@playwright/test';

/** The table of what roles may do to records. */
export class Rights {
  constructor(private readonly page: Page) {}

  /** How far one right reaches, such as `Tư vấn viên: Khách hàng, Xem`. */
  reach(right: string): Locator {
    return this.page.getByRole('combobox', { name: right, exact: true });
  }

  async decide(right: string, reach: string): Promise<void> {
    await this.reach(right).selectOption({ label: reach });
  }

  async save(): Promise<void> {
    // An earlier save may still be told of.
    const saved = this.page.waitForResponse((answer) => answer.url().endsWith('/rights/save') && answer.ok());
    await this.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await saved;
    await this.page.getByRole('status').filter({ hasText: 'Đã lưu quyền hạn' }).first().waitFor();
  }

  async reset(): Promise<void> {
    await this.page.getByRole('button', { name: 'Về mặc định', exact: true }).click();
  }
}
