import { chromium as browserType } from '@playwright/test';
import { chromium } from '../support/chromium.mjs';
import { LAN, PASSWORD } from '../support/demonstration.mjs';

/** A browser in which Lan is signed in. */
export async function withBrowser(server, work) {
  const browser = await browserType.launch(chromium);
  try {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    const headers = { origin: server.url };
    await context.request.post('/sign-in', { form: { email: LAN.email, password: PASSWORD, next: '' }, headers });
    return await work(context);
  } finally {
    await browser.close();
  }
}

/**
 * What the first visit of the customer list loads, over the wire, until calls can come; without what comes from the
 * telephone provider.
 */
export async function firstPage(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const ours = new Set();
  let bytes = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname, protocol } = new URL(request.url);
    if (protocol.startsWith('http') && !pathname.startsWith('/sandbox/')) ours.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ours.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.goto('/customers');
  await page.locator('[data-line=ready]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  const count = ours.size;
  await page.close();
  return { bytes, count };
}

/** Computers are this much slower than the one that measures. */
const SLOWER = 4;

/** When the buttons of the customer list work, on a slow computer that has nothing of it yet, and how much moves by itself. */
export async function comingAlive(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watchLife);
  await page.goto('/customers');
  const alive = await page.evaluate(() => window.alive);
  await page.locator('[data-line=ready]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(() => window.shift);
  await page.close();
  return { alive, shift };
}

/** In the page: watches for the mark that it is alive, and how far things move that nobody touched. */
function watchLife() {
  window.shift = 0;
  const add = (list) => list.getEntries().forEach((entry) => (window.shift += entry.value));
  new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  window.alive = new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!document.documentElement?.hasAttribute('data-hydrated')) return;
      observer.disconnect();
      done(performance.now());
    });
    observer.observe(document, { subtree: true, attributes: true, childList: true });
  });
}

/**
 * From the provider's ring callback to the customer's name on the card, once a call: both moments taken in the page.
 * @param callers name and number of customers, one a call
 */
export async function ringToPop(context, control, callers) {
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto('/calls');
  await page.locator('[data-line=ready]').waitFor({ state: 'attached' });
  await control.registered(LAN.seat);
  const card = page.getByRole('complementary').getByRole('article');
  const took = [];
  for (const { name, number } of callers) {
    await page.evaluate((expected) => window.expectCaller(expected), name);
    await control.post('ring', { number, agent: LAN.seat });
    took.push(await page.evaluate(() => window.popped));
    await control.post('hangup', { number });
    await card.getByRole('button', { name: 'Xong', exact: true }).click();
    await card.waitFor({ state: 'detached' });
    await control.quiet();
  }
  // Its last word to the server may still be on the way: without it the last call would go on ringing on the floor.
  await page.waitForLoadState('networkidle');
  await page.close();
  return took;
}

/** In the page: hears the provider's frame, and watches for the card. */
function watch() {
  if (window.parent !== window) return;
  let rang;
  window.addEventListener('message', (event) => {
    if (typeof event.data === 'string' && event.data.includes('"callback":"csCallRinging"')) rang ??= performance.now();
  });
  window.expectCaller = (name) => {
    rang = undefined;
    window.popped = new Promise((done) => {
      const observer = new MutationObserver(() => {
        // As the one who calls, or among those who share the number.
        const card = document.querySelector('.call-card');
        if (rang === undefined || !card?.textContent.includes(name)) return;
        observer.disconnect();
        done(performance.now() - rang);
      });
      observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    });
  };
}

/** The control panel of the pretend telephone company. */
export class Control {
  constructor(server) {
    this.api = `${server.url}/sandbox/api`;
  }

  async post(what, body) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.api}/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  }

  /** Waits until an agent's browser can be rung. */
  async registered(seat) {
    await this.#until(({ agents }) => agents.some((agent) => agent.ipphone === seat && agent.registered));
  }

  /** Waits until all calls are over. */
  async quiet() {
    await this.#until(({ calls, legs }) => calls.length === 0 && legs === 0);
  }

  async #until(so) {
    const until = performance.now() + 20_000;
    while (!so(await (await fetch(`${this.api}/state`)).json())) {
      if (performance.now() > until) throw new Error('the sandbox does not get there');
      await new Promise((again) => setTimeout(again, 20));
    }
  }
}
