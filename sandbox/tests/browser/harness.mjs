// Agents' pages with the sandbox's scripts and every callback, and customers' phone pages.
import { createHmac } from 'node:crypto';
import { chromium } from 'playwright-core';

export const base = process.argv[2] ?? 'http://127.0.0.1:8090/sandbox';
const key = 'sandbox-access-key';
const scripts = ['jquery.min.js', 'jssip-3.2.10.js', 'init-3.0.7.js', 'web.push.js', 'cs_const.js', 'cs_voice.js'];
const callbacks = [
  'csCallRinging', 'csAcceptCall', 'csEndCall', 'csMuteCall', 'csUnMuteCall', 'csHoldCall', 'csUnHoldCall',
  'showCalloutInfo', 'showCalloutError', 'csShowEnableVoice', 'csShowCallStatus', 'csCustomerAccept', 'csShowDeviceType',
  'csCurrentCallId', 'csInitError', 'csInitComplete', 'csListTransferAgent', 'csTransferCallError',
  'csTransferCallSuccess', 'csNewCallTransferRequest', 'csTransferCallResponse', 'csNotifyReconnecting',
  'csOndisconnected', 'csCallRingingAgent', 'csTransferSurveyResponse',
];

const agentPage = `<!doctype html><title>agent</title><video id="my-video" hidden></video><video id="peer-video" hidden></video>
${scripts.map((name) => `<script src="${base}/3c/js/embed/${name}"></script>`).join('\n')}`;

function prepare(names) {
  window.heard = [];
  for (const name of names) window[name] = (...values) => void heard.push([name, ...values]);
  window.csReconnectMs = 300;
  window.csReconnectTotal = 5;
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });

export function sign(ipphone, expired) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ ipphone, expired })}`;
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
}

export async function api(path, body) {
  const options = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${base}/api/${path}`, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

export async function until(what, check, ms = 8000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

export class Agent {
  static async open(context, ipphone, token = sign(ipphone, '2099-01-01 00:00:00')) {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(`  [${ipphone}] ${error.message}`));
    await page.goto(`${base}/api/state`); // a page of the server's: a made-up one may not open sockets to this machine
    await page.evaluate(prepare, callbacks);
    await page.setContent(agentPage, { waitUntil: 'load' });
    const agent = new Agent();
    Object.assign(agent, { page, ipphone, read: 0 });
    await agent.do('csInit', token, 'demo');
    return agent;
  }

  /** Signs in and has the voice. */
  static async ready(context, ipphone) {
    const agent = await Agent.open(context, ipphone);
    await agent.hears('csInitComplete');
    await until(`${ipphone} registered`, async () => (await seat(ipphone)).registered);
    return agent;
  }

  do(name, ...values) {
    return this.page.evaluate(([fn, args]) => window[fn](...args), [name, values]);
  }

  all() {
    return this.page.evaluate(() => heard);
  }

  names() {
    return this.all().then((all) => all.map(([name]) => name));
  }

  /** Forgets what was heard so far. */
  async fresh() {
    await this.page.evaluate(() => void (heard.length = 0));
  }

  async hears(name, ...values) {
    const matches = ([heard, ...given]) => heard === name && values.every((value, at) => value === given[at]);
    try {
      return await until('', async () => (await this.all()).find(matches));
    } catch {
      throw new Error(`${this.ipphone} did not hear ${name}(${values}) in ${JSON.stringify(await this.all())}`);
    }
  }

}

export const seat = async (ipphone) => (await api('state')).agents.find((agent) => agent.ipphone === ipphone);

export async function phone(context, number) {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`  [${number}] ${error.message}`));
  await page.goto(`${base}/phone?n=${number}`);
  await state(page, 'ready');
  return page;
}

export const state = (page, name) => until(`phone is ${name}`, () => page.evaluate((want) => document.body.dataset.state === want, name));

/** Remembers a page's connections, so that their sound can be measured. */
export const listen = (context) =>
  context.addInitScript(() => {
    window.connections = [];
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...values) {
        super(...values);
        connections.push(this);
      }
    };
  });

/** What a page has heard and sent in its last call so far. */
export const sound = (page) =>
  page.evaluate(async () => {
    const sound = { in: 0, out: 0, energy: 0 };
    for (const stat of (await connections.at(-1).getStats()).values()) {
      if (stat.type === 'inbound-rtp') Object.assign(sound, { in: stat.packetsReceived, energy: stat.totalAudioEnergy });
      if (stat.type === 'outbound-rtp') sound.out = stat.packetsSent;
    }
    return sound;
  });

/** How much louder and longer one side was heard within a second. */
export async function gained(page) {
  const before = await sound(page);
  await new Promise((done) => setTimeout(done, 1000));
  const after = await sound(page);
  return { in: after.in - before.in, out: after.out - before.out, energy: after.energy - before.energy };
}

export function equal(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  }
}

export function truth(value, what) {
  if (!value) throw new Error(what);
}



/** Nothing is left of any call. */
export const idle = () =>
  until('nothing is left', async () => {
    const { calls, legs } = await api('state');
    return calls.length === 0 && legs === 0;
  });
