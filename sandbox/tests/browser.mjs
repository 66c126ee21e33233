// The sandbox in a real browser: pages with its scripts and every callback, and customers' phone pages.
// node sandbox/tests/browser.mjs [http://127.0.0.1:8090/sandbox] [only these, by a part of their name]
import { createHmac } from 'node:crypto';
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://127.0.0.1:8090/sandbox';
const only = process.argv[3] ?? '';
const key = 'sandbox-access-key';
const scripts = ['jquery.min.js', 'jssip-3.2.10.js', 'init-3.0.7.js', 'web.push.js', 'cs_const.js', 'cs_voice.js'];
const callbacks = [
  'csCallRinging', 'csAcceptCall', 'csEndCall', 'csMuteCall', 'csUnMuteCall', 'csHoldCall', 'csUnHoldCall',
  'showCalloutInfo', 'showCalloutError', 'csShowEnableVoice', 'csShowCallStatus', 'csCustomerAccept', 'csShowDeviceType',
  'csCurrentCallId', 'csInitError', 'csInitComplete', 'csListTransferAgent', 'csTransferCallError',
  'csTransferCallSuccess', 'csNewCallTransferRequest', 'csTransferCallResponse', 'csNotifyReconnecting',
  'csOndisconnected', 'csCallRingingAgent', 'csTransferSurveyResponse',
];

const agentPage = `<!doctype html><title>agent</title>
<video id="my-video" autoplay style="display:none"></video><video id="peer-video" autoplay style="display:none"></video>
<script>
  window.heard = [];
  for (const name of ${JSON.stringify(callbacks)}) window[name] = (...values) => { heard.push([name, ...values]); };
  window.csReconnectMs = 300; window.csReconnectTotal = 5;
</script>
${scripts.map((name) => `<script src="${base}/3c/js/embed/${name}"></script>`).join('\n')}`;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});

function sign(ipphone, expired) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ ipphone, expired })}`;
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
}

async function api(path, body) {
  const options = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${base}/api/${path}`, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

async function until(what, check, ms = 8000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

class Agent {
  static async open(context, ipphone, token = sign(ipphone, '2099-01-01 00:00:00')) {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(`  [${ipphone}] ${error.message}`));
    await page.goto(`${base}/api/state`); // a page of the server's: a made-up one may not open sockets to this machine
    await page.setContent(agentPage);
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

  sound() {
    return this.page.evaluate(async () => {
      const sound = { in: 0, out: 0, energy: 0 };
      for (const stat of (await csSession.connection.getStats()).values()) {
        if (stat.type === 'inbound-rtp') Object.assign(sound, { in: stat.packetsReceived, energy: stat.totalAudioEnergy });
        if (stat.type === 'outbound-rtp') sound.out = stat.packetsSent;
      }
      return sound;
    });
  }
}

const seat = async (ipphone) => (await api('state')).agents.find((agent) => agent.ipphone === ipphone);

async function phone(context, number) {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`  [${number}] ${error.message}`));
  await page.goto(`${base}/phone?n=${number}`);
  await state(page, 'ready');
  return page;
}

const state = (page, name) => until(`phone is ${name}`, () => page.evaluate((want) => document.body.dataset.state === want, name));

/** How much louder and longer one side was heard within a second. */
async function gained(agent) {
  const before = await agent.sound();
  await new Promise((done) => setTimeout(done, 1000));
  const after = await agent.sound();
  return { in: after.in - before.in, out: after.out - before.out, energy: after.energy - before.energy };
}

function equal(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  }
}

function truth(value, what) {
  if (!value) throw new Error(what);
}

const heardSound = (page) => page.evaluate(() => document.querySelector('audio').srcObject?.getAudioTracks()[0]?.readyState === 'live');

const tests = {
  async 'login callbacks come in 3C’s order'(context) {
    const agent = await Agent.ready(context, '5001');
    const names = await agent.names();
    equal(names, ['csShowCallStatus', 'csShowEnableVoice', 'csShowDeviceType', 'csInitComplete'], 'order');
    await agent.hears('csShowCallStatus', 'Online');
    await agent.hears('csShowEnableVoice', true);
    await agent.hears('csShowDeviceType', 1);
  },

  async 'a false or old token is an init error'(context) {
    const agent = await Agent.open(context, '5001', sign('5001', '2001-01-01 00:00:00'));
    await agent.hears('csInitError', 401);
  },

  async 'hotline: ring, answer, sound both ways, hold, mute, keys, end'(context) {
    const agent = await Agent.ready(context, '5001');
    const customer = await phone(context, '0909000222');
    await customer.click('#call');
    await agent.hears('csCallRinging', '0909000222');
    const [, id] = await agent.hears('csCurrentCallId');
    truth(/^\d{14}-[A-Z]{8}-\d+$/.test(id), `call id ${id}`);
    await state(customer, 'queued');
    await agent.do('onAcceptCall');
    await agent.hears('csAcceptCall');
    await state(customer, 'talking');
    await until('sound', async () => (await agent.sound()).in > 20);
    const talk = await gained(agent);
    truth(talk.in > 40 && talk.out > 40 && talk.energy > 1e-4, `sound ${JSON.stringify(talk)}`);
    truth(await heardSound(customer), 'the customer hears');

    await agent.do('holdCall');
    await agent.hears('csHoldCall');
    await state(customer, 'held');
    await new Promise((done) => setTimeout(done, 300));
    const held = await gained(agent);
    truth(held.in < 3, `nothing is heard on hold: ${JSON.stringify(held)}`);
    await agent.do('holdCall');
    await agent.hears('csUnHoldCall');
    await state(customer, 'talking');

    await agent.do('muteCall');
    await agent.hears('csMuteCall');
    await agent.do('muteCall');
    await agent.hears('csUnMuteCall');

    await agent.do('sendDTMF', '5');
    await until('the key', async () => (await customer.textContent('#keys-heard')).endsWith('5'));
    await agent.do('endCall');
    await agent.hears('csEndCall');
    await state(customer, 'ended');
    await idle();
  },

  async 'the customer hangs up'(context) {
    const agent = await Agent.ready(context, '5001');
    const customer = await phone(context, '0909000222');
    await customer.click('#call');
    await agent.hears('csCallRinging');
    await agent.do('onAcceptCall');
    await agent.hears('csAcceptCall');
    await customer.click('#hangup');
    await agent.hears('csEndCall');
    await idle();
  },
};

async function idle() {
  await until('nothing is left', async () => {
    const { calls, legs } = await api('state');
    return calls.length === 0 && legs === 0;
  });
}

let failed = 0;
for (const [name, test] of Object.entries(tests).filter(([name]) => name.includes(only))) {
  await api('reset', {});
  const context = await browser.newContext();
  const start = Date.now();
  try {
    await test(context);
    console.log(`ok    ${name} (${Date.now() - start} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n      ${error.message}`);
  }
  await context.close();
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
