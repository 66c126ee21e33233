import { setTimeout as pause } from 'node:timers/promises';
import { chromium as browserType } from '@playwright/test';
import { chromium } from '../support/chromium.mjs';
import { LAN, PASSWORD } from '../support/demonstration.mjs';

/** A browser that has nothing yet; `enter` makes another in which Lan is signed in. */
export async function withBrowser(server, work) {
  const browser = await browserType.launch(chromium);
  const enter = async (isMember = true) => {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    const headers = { origin: server.url };
    const form = { email: LAN.email, password: PASSWORD, next: '' };
    if (isMember) await context.request.post('/sign-in', { form, headers });
    return context;
  };
  try {
    return await work(enter);
  } finally {
    await browser.close();
  }
}

/** What a browser that has nothing loads, over the wire, until one can sign in; and what it fetches ahead afterwards. */
export async function signInPage(context) {
  return await carried(context, '/sign-in', 'html[data-hydrated]');
}

/**
 * What a browser that has nothing loads, over the wire, until the customer list is alive; and what it fetches ahead
 * afterwards, so that calls can come. Without what comes from the telephone provider.
 */
export async function customerList(context) {
  return await carried(context, '/customers', 'html[data-hydrated]');
}

/** The bytes that the page needs to be alive, those that it fetches for later, and how many files the first are. */
async function carried(context, address, alive) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const files = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname, protocol } = new URL(request.url);
    const isOurs = protocol.startsWith('http') && !pathname.startsWith('/sandbox/');
    if (isOurs) files.set(requestId, { url: request.url, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (files.has(requestId)) files.get(requestId).bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  await page.goto(address);
  await page.locator(alive).waitFor({ state: 'attached' });
  const asked = files.size;
  const later = await page.locator('link[rel=prefetch]').evaluateAll((links) => links.map(({ href }) => href));
  await pause(AHEAD_MS);
  await page.waitForLoadState('networkidle');
  const isLater = ({ url }, place) => place >= asked || later.includes(url);
  const all = [...files.values()];
  const sum = (some) => some.reduce((bytes, file) => bytes + file.bytes, 0);
  const needed = all.filter((file, place) => !isLater(file, place));
  await page.close();
  return { first: sum(needed), ahead: sum(all.filter(isLater)), count: needed.length };
}

/** What is fetched ahead is asked for by then. */
const AHEAD_MS = 4000;

/** Computers are this much slower than the one that measures. */
const SLOWER = 4;

/** When the buttons of a page work, on a slow computer, and how much moves by itself until all is quiet. */
export async function comingAlive(context, address) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watchLife);
  await page.goto(address);
  const alive = await page.evaluate(() => window.alive);
  await pause(AHEAD_MS);
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
