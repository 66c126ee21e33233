import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What a browser loads, and where measurements are written. */
export const output = join(root, 'target');

/** The program a user runs: the same build, the same web files. */
export const program = process.env.ALO_BIN ?? join(process.env.CARGO_TARGET_DIR ?? output, 'release', 'alo');

/** A free port, asked of the machine. */
async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A running Alo of its own: own database, own sandbox, own port. */
export class Server {
  /** Where it listens. */
  url;
  /** How long it took from the command to the first answer. */
  startMs = 0;
  #child;
  #folder;
  #lines = [];
  /** Whoever started it may fail: it must not outlive them. */
  #kill = () => this.#child.kill('SIGKILL');

  /**
   * Starts one and waits until it answers.
   * @param {Record<string, string>} extra settings beside the usual ones
   * @param {string} folder where its database is made; removed with it when it is our own
   */
  static async start(extra = {}, folder = undefined) {
    const port = await freePort();
    const server = new Server(port, extra, folder);
    await server.#answers();
    return server;
  }

  constructor(port, extra, folder) {
    this.url = `http://localhost:${port}`;
    this.#folder = folder ? undefined : mkdtempSync(join(tmpdir(), 'alo-'));
    const env = {
      PATH: process.env.PATH,
      ALO_ADDR: `127.0.0.1:${port}`,
      ALO_PUBLIC_URL: this.url,
      ALO_DATABASE_URL: `sqlite://${join(folder ?? this.#folder, 'alo.db')}`,
      ALO_SITE: process.env.ALO_SITE ?? join(output, 'site'),
      ALO_SANDBOX: 'on',
      ALO_DEMO: 'on',
      ALO_LOG: process.env.ALO_LOG ?? 'info',
      ...extra,
    };
    this.#child = spawn(program, [], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    process.once('exit', this.#kill);
    const read = (text) => this.#lines.push(...text.split('\n').filter(Boolean));
    this.#child.stderr.setEncoding('utf8').on('data', read);
  }

  async #answers() {
    const begun = performance.now();
    for (;;) {
      const ok = await fetch(`${this.url}/health`).then((r) => r.ok, () => false);
      if (ok) break;
      if (this.#child.exitCode !== null || performance.now() - begun > 30_000) {
        throw new Error(`no server:\n${this.#lines.join('\n')}`);
      }
      await pause(5);
    }
    this.startMs = performance.now() - begun;
  }

  /** Its process id. */
  get pid() {
    return this.#child.pid;
  }

  /** Where the log stands now; see {@link warningsSince}. */
  mark() {
    return this.#lines.length;
  }

  /** Warnings and errors logged since a mark. */
  warningsSince(mark) {
    return this.#lines.slice(mark).filter((line) => / (WARN|ERROR) |panicked/.test(plain(line)));
  }

  /** Stops it and removes its database. */
  async stop() {
    process.off('exit', this.#kill);
    if (this.#child.exitCode === null) {
      const ended = new Promise((done) => this.#child.once('exit', done));
      this.#child.kill('SIGTERM');
      const killer = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(killer);
    }
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A line without its colours. */
function plain(line) {
  return line.replace(/\u001b\[[0-9;]*m/g, '');
}
