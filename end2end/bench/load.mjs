import { Agent, request } from 'node:http';

/** A client that keeps its connections, as a browser does. */
export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 32 });
  /** What every request says: who asks, and from where. */
  headers;

  constructor(server) {
    this.server = server;
    this.headers = { origin: server };
  }

  /** Signs in; later requests are on behalf of this person. */
  async signIn(email, password) {
    const form = new URLSearchParams({ email, password, next: '' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status, headers: answered } = await this.send('POST', '/sign-in', form, headers);
    if (status !== 303 || answered.location !== '/customers') throw new Error(`${email}: ${status} ${answered.location}`);
    this.headers.cookie = answered['set-cookie'].map((cookie) => cookie.split(';')[0]).join('; ');
  }

  /** A server function, as the page calls it. */
  async call(name, args) {
    const { status, body } = await this.send('POST', `/api/${name}`, JSON.stringify(args), { 'content-type': 'application/json' });
    if (status !== 200) throw new Error(`${name}: ${status} ${body}`);
    return JSON.parse(body);
  }

  /** A page, whole; fails unless it is one. */
  async page(address) {
    const { status } = await this.send('GET', address, undefined, { 'accept-encoding': 'br, gzip' });
    if (status !== 200) throw new Error(`${address}: ${status}`);
  }

  /** One request and its whole answer. */
  send(method, path, body, headers = {}) {
    const all = { ...this.headers, ...headers };
    if (body !== undefined) all['content-length'] = Buffer.byteLength(body);
    return new Promise((done, failed) => {
      const asked = request(new URL(path, this.server), { method, headers: all, agent: this.#agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() }));
        answer.on('error', failed);
      });
      asked.on('error', failed);
      asked.end(body);
    });
  }

  close() {
    this.#agent.destroy();
  }
}

/**
 * Does a thing again and again, several at a time, until `enough(count, milliseconds)`.
 * @returns how long each took, in milliseconds, and how long all of them
 */
export async function load(concurrency, enough, thing) {
  const took = [];
  let begun = 0;
  const start = performance.now();
  const worker = async () => {
    while (!enough(begun, performance.now() - start)) {
      const index = begun;
      begun += 1;
      const before = performance.now();
      await thing(index);
      took.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { took, total: performance.now() - start };
}

/** The value below which this share of all lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}
