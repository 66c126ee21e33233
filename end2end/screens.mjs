// Takes the README's screenshots from a running demonstration: `make screens`.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as browserType } from '@playwright/test';
import { chromium } from './support/chromium.mjs';
import { LAN, PASSWORD } from './support/demonstration.mjs';
import { Server } from './support/server.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'screens');
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Who calls in the pictures, and what is known of them. */
const CALLER = { name: 'Đặng Thu Thảo', number: '0901234567', company: 'Gốm sứ Bát Tràng' };

mkdirSync(folder, { recursive: true });
const server = await Server.start();
const browser = await browserType.launch(chromium);
try {
  await prepare();
  await page('story-desktop-dark-vi', DESKTOP, 'dark', 'vi', story);
  await signIn('sign-in-desktop-light-vi', DESKTOP, 'light', 'vi');
  await call('call-desktop-light-vi', DESKTOP, 'light', 'vi');
  await call('call-desktop-dark-en', DESKTOP, 'dark', 'en');
  await call('call-phone-light-vi', PHONE, 'light', 'vi');
  await page('customers-desktop-light-vi', DESKTOP, 'light', 'vi', async (page) => page.goto('/customers'));
} finally {
  await browser.close();
  await server.stop();
}

/** A browser window in which Lan is signed in, or nobody. */
async function window(viewport, theme, language, person) {
  const context = await browser.newContext({ baseURL: server.url, viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const cookie = (name, value) => ({ name, value, url: server.url });
  await context.addCookies([cookie('alo_language', language), cookie('alo_theme', theme)]);
  if (person) {
    const headers = { origin: server.url };
    await context.request.post('/sign-in', { form: { email: person.email, password: PASSWORD }, headers });
    await context.request.post('/api/profile/edit', { data: { form: { name: person.name, language, theme } }, headers });
  }
  return context;
}

/** Leaves every page as people do, so that whoever comes next finds the telephone free. */
async function leave(context) {
  await Promise.all(context.pages().map((page) => page.goto('about:blank')));
  await context.close();
}

/** A customer with a past. */
async function prepare() {
  const context = await window(DESKTOP, 'light', 'vi', LAN);
  const headers = { origin: server.url };
  const post = async (what, data) => (await context.request.post(`/api/${what}`, { data, headers })).json();
  const phone = (raw, label, primary) => ({ id: null, raw, label, primary, do_not_call: false });
  const found = await post('customers/list', { query: { text: CALLER.number, owner: 'Anyone', sort: 'Activity', after: null } });
  if (found.rows.length === 0) {
    const form = {
      name: CALLER.name,
      email: 'thao@gomsu.example',
      company: CALLER.company,
      address: '12 Đường Gốm, Bát Tràng, Hà Nội',
      note: 'Khách quen, thanh toán chuyển khoản',
      owner: null,
      phones: [phone(CALLER.number, 'Di động', true), phone('024 3874 0123', 'Cửa hàng', false)],
    };
    const customer = await post('customers/create', { form });
    await post('notes/add', { subject: { customer: customer.id }, text: 'Đã gửi báo giá 200 bộ ấm chén, hẹn trả lời trong tuần' });
  }
  await leave(context);
}

async function control(what, body) {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${server.url}/sandbox/api/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function shoot(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  console.log(`end2end/screens/${name}.png`);
}

async function page(name, viewport, theme, language, show, end = async () => {}) {
  const context = await window(viewport, theme, language, LAN);
  const page = await context.newPage();
  await show(page);
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  await page.locator('[data-line=ready]').waitFor({ state: 'attached' });
  await shoot(page, name);
  await end(page);
  await leave(context);
}

async function signIn(name, viewport, theme, language) {
  const context = await window(viewport, theme, language);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  await shoot(page, name);
  await leave(context);
}

/** Thảo calls, and her record is open; after the picture she hangs up. */
async function call(name, viewport, theme, language) {
  const rings = async (page) => {
    await page.goto('/customers');
    await page.locator('[data-line=ready]').waitFor({ state: 'attached' });
    await registered();
    await control('ring', { number: CALLER.number, agent: LAN.seat });
    await page.getByRole('article', { name: CALLER.name }).waitFor();
    await page.getByRole('heading', { level: 1, name: CALLER.name }).waitFor();
  };
  const ends = async (page) => {
    await control('hangup', { number: CALLER.number });
    await page.getByRole('article').getByRole('button', { name: /^(Xong|Done)$/ }).click();
  };
  await page(name, viewport, theme, language, rings, ends);
}

/** A call that was answered, and how it went. */
async function story(page) {
  await page.goto('/customers');
  await page.locator('[data-line=ready]').waitFor({ state: 'attached' });
  await registered();
  await control('ring', { number: CALLER.number, agent: LAN.seat });
  const card = page.getByRole('article', { name: CALLER.name });
  const press = (name) => card.getByRole('button', { name, exact: true }).click();
  const after = (time) => card.getByRole('timer').filter({ hasText: time }).waitFor();
  await after('0:03');
  await press('Trả lời');
  await after('0:04');
  await press('Giữ máy');
  await after('0:07');
  await press('Bỏ giữ');
  await card.getByRole('textbox').fill('Đồng ý giá, giao hàng sáng thứ Hai');
  await after('0:12');
  await press('Kết thúc');
  await press('Xong');
  await page.getByRole('link', { name: 'Cuộc gọi', exact: true }).click();
  await page.locator('[data-row]').first().click();
  await page.locator('.fact-list').waitFor();
}

/** Waits until the pretend company can ring Lan. */
async function registered() {
  for (;;) {
    const { agents } = await (await fetch(`${server.url}/sandbox/api/state`)).json();
    if (agents.some((agent) => agent.ipphone === LAN.seat && agent.registered)) return;
    await new Promise((again) => setTimeout(again, 50));
  }
}
