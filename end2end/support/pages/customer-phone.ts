import { expect, type Page } from '@playwright/test';

const STATES = {
  ready: 'Sẵn sàng',
  dialling: 'Đang gọi tổng đài…',
  ringing: 'Có cuộc gọi đến',
  menu: 'Đang nghe lời chào, hãy bấm phím',
  queued: 'Đang chờ nhân viên, xin giữ máy',
  talking: 'Đang nói chuyện',
  held: 'Nhân viên tạm giữ máy',
  ended: 'Đã kết thúc',
  unanswered: 'Không ai nghe máy',
};

/** A customer's telephone: the sandbox's page. */
export class CustomerPhone {
  constructor(readonly page: Page, readonly number: string) {}

  /** Opens it and waits until it can call and be called. */
  async open(): Promise<void> {
    await this.page.goto(`/sandbox/phone?n=${this.number}`);
    await this.is('ready');
  }

  /** Calls a hotline: the first one, or this. */
  async callHotline(hotline?: string): Promise<void> {
    if (hotline) await this.page.getByLabel('Tổng đài', { exact: true }).selectOption(hotline);
    await this.page.getByRole('button', { name: 'Gọi tổng đài' }).click();
  }

  async answer(): Promise<void> {
    await this.page.getByRole('button', { name: 'Nghe máy' }).click();
  }

  /** Presses a key of the keypad. */
  async press(key: string): Promise<void> {
    await this.page.getByRole('button', { name: key, exact: true }).click();
  }

  async hangUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Kết thúc' }).click();
  }

  /** Waits until the telephone's screen says so. */
  async is(state: keyof typeof STATES): Promise<void> {
    await expect(this.page.getByText(STATES[state], { exact: true })).toBeVisible({ timeout: 15_000 });
  }

  /** Waits until these keys came through. */
  async heardKeys(keys: string): Promise<void> {
    await expect(this.page.getByText(`Phím nhận được: ${keys}`)).toBeVisible();
  }
}
