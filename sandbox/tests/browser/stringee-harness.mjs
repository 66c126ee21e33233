// Agents' pages with the published SDK.
import { build } from 'esbuild';
import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { api, base, truth, until } from './harness.mjs';

const key = { sid: 'SK.0.sandboxkey', secret: 'sandbox-key-secret' };
export const socket = `${base.replace(/^http/, 'ws')}/stringee/socket`;
export const hotlines = { menu: '842471000001', sales: '842471000002' };

const bundled = await build({
  entryPoints: [fileURLToPath(new URL('stringee.page.js', import.meta.url))],
  bundle: true,
  format: 'iife',
  write: false,
  logLevel: 'error',
});
const script = bundled.outputFiles[0].text;

/** A token of the project's, with some claims or header fields changed. */
export function sign(user, claims = {}, head = {}, secret = key.secret) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const until_ = Math.floor(Date.now() / 1000) + 3600;
  const payload = { jti: `${key.sid}-${until_}`, iss: key.sid, exp: until_, userId: user, icc_api: true, ...claims };
  const body = `${part({ typ: 'JWT', alg: 'HS256', cty: 'stringee-api;v=1', ...head })}.${part(payload)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** What the panel can do to agents' pages. */
export const sdk = (path, body) => api(`stringee/pages/${path}`, body);

export class Page {
  constructor(page, user) {
    Object.assign(this, { page, user });
  }

  /** A page that connects with a token; it is not waited for. */
  static async open(context, user, { token = sign(user), renew } = {}) {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(`  [${user}] ${error.message}`));
    await page.goto(`${base}/api/state`); // a page of the server's: a made-up one may not open sockets to this machine
    await page.evaluate(script);
    const agent = new Page(page, user);
    await page.evaluate(([server, next]) => agent(server, next), [socket, renew]);
    await page.evaluate((given) => client.connect(given), token);
    return agent;
  }

  /** A page that is let in. */
  static async ready(context, user, options) {
    const agent = await Page.open(context, user, options);
    await agent.hears('authen', { r: 0, userId: user });
    return agent;
  }

  all() {
    return this.page.evaluate(() => heard);
  }

  names() {
    return this.all().then((all) => all.map(([name]) => name));
  }

  /** Forgets what was heard so far. */
  fresh() {
    return this.page.evaluate(() => void (heard.length = 0));
  }

  /** Waits for an event with these values. */
  async hears(name, values = {}, ms = 8000) {
    const matches = ([heard, given]) =>
      heard === name && Object.entries(values).every(([field, value]) => given?.[field] === value);
    try {
      return (await until('', async () => (await this.all()).find(matches), ms))[1];
    } catch {
      const wanted = `${name} ${JSON.stringify(values)}`;
      throw new Error(`${this.user} did not hear ${wanted} in ${JSON.stringify(await this.all())}`);
    }
  }

  /** Does something with the last call; the company agrees. */
  async does(method, ...values) {
    const r = await this.page.evaluate(([name, given]) => act(name, ...given), [method, values]);
    truth(r === 0, `${method} is answered ${r}`);
  }

  /** Calls somebody; gives what the company says to it. */
  dial(to, { from = hotlines.sales, kind = 'StringeeCall', custom = '' } = {}) {
    return this.page.evaluate((given) => dial(...given), [from, to, kind, custom]);
  }

  /** Mutes or unmutes the last call. */
  mute(on) {
    return this.page.evaluate((value) => void calls.at(-1).mute(value), on);
  }

  /** How many packets came and went within a second, and how loud they were. */
  async sound() {
    const before = await this.#measured();
    await new Promise((done) => setTimeout(done, 1000));
    const after = await this.#measured();
    return { in: after.in - before.in, out: after.out - before.out, energy: after.energy - before.energy };
  }

  /** Waits until sound comes in. */
  async listens() {
    await until(`${this.user} hears`, async () => (await this.#measured()).in > 20);
  }

  #measured() {
    return this.page.evaluate(async () => {
      const sound = { in: 0, out: 0, energy: 0 };
      for (const connection of connections.filter(({ connectionState }) => connectionState === 'connected')) {
        for (const stat of (await connection.getStats()).values()) {
          if (stat.type === 'inbound-rtp') {
            sound.in += stat.packetsReceived;
            sound.energy += stat.totalAudioEnergy ?? 0;
          }
          if (stat.type === 'outbound-rtp') sound.out += stat.packetsSent;
        }
      }
      return sound;
    });
  }
}
