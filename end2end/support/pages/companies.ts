import { expect, type Locator, type Page } from '@playwright/test';

/** The list and the form of companies. */
export class Companies {
  constructor(private readonly page: Page) {}

  async startNew(): Promise<void> {
    await this.main.getByRole('link', { name: 'Thêm công ty', exact: true }).first().click();
    await this.name.waitFor();
  }

  get name(): Locator {
    return this.main.getByLabel('Tên công ty');
  }

  get taxCode(): Locator {
    return this.main.getByLabel('Mã số thuế');
  }

  get website(): Locator {
    return this.main.getByLabel('Trang web');
  }

  async create(): Promise<void> {
    await this.main.getByRole('button', { name: 'Tạo công ty', exact: true }).click();
  }

  /** Types into the search field; the list follows by itself. */
  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Tìm tên công ty, số điện thoại' }).fill(text);
    await expect(this.page).toHaveURL((url) => (url.searchParams.get('q') ?? '') === text.trim());
  }

  private get main(): Locator {
    return this.page.getByRole('main');
  }
}
