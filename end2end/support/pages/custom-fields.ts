import { expect, type Locator, type Page } from '@playwright/test';
import { open } from './live';

/** Where admins define fields, in Vietnamese. */
export class CustomFields {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await open(this.page, '/settings/fields');
  }

  /** Defines a field; the dialog closes once it is kept. */
  async add(name: string, kind: string, choices: string[] = []): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Thêm trường', exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Tên trường').fill(name);
    await dialog.getByLabel('Kiểu dữ liệu').selectOption({ label: kind });
    for (const [at, choice] of choices.entries()) {
      if (at > 1) await dialog.getByRole('button', { name: 'Thêm lựa chọn' }).click();
      await dialog.getByLabel(`Lựa chọn ${at + 1}`, { exact: true }).fill(choice);
    }
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(this.row(name)).toContainText(kind);
  }

  /** A field in the list. */
  row(name: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** A button of a field, such as "Lưu trữ". */
  button(deed: string, name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name: `${deed} ${name}`, exact: true });
  }

  /** A field of a record's form. */
  entry(name: string): Locator {
    return this.page.getByRole('main').getByLabel(name);
  }
}
