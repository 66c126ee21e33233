import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Server, program } from '../support/server.mjs';
import { Client } from './load.mjs';

const run = promisify(execFile);

/** A database of its own, with those who work there. */
export class House {
  #folder = mkdtempSync(join(tmpdir(), 'alo-bench-'));
  #settings;

  /**
   * @param {string} database its address; without one, a SQLite file
   * @param {Record<string, string>} settings beside the usual ones
   */
  constructor(database = undefined, settings = {}) {
    // One person asks for many here.
    this.#settings = { ALO_LIMIT_PER_MEMBER: '0', ...(database ? { ALO_DATABASE_URL: database } : {}), ...settings };
  }

  /** Makes one and lets its members in. */
  static async build(database = undefined, settings = {}) {
    const house = new House(database, settings);
    const server = await house.open();
    await server.stop();
    return house;
  }

  /** Opens for work. */
  open() {
    return Server.start(this.#settings, this.#folder);
  }

  /** Opens, lets somebody work as a signed-in member, and closes. */
  async work(person, password, work) {
    const server = await this.open();
    const client = new Client(server.url);
    try {
      await client.signIn(person.email, password);
      return await work(client, server);
    } catch (error) {
      console.log(server.warningsSince(0).join('\n'));
      throw error;
    } finally {
      client.close();
      await server.stop();
    }
  }

  /** Makes things up: `generate` customers, or `generate-calls`. */
  async fill(command, count) {
    const begun = performance.now();
    await this.#run([command, String(count)]);
    console.log(`alo ${command} ${count.toLocaleString('en')}: ${Math.round((performance.now() - begun) / 1000)} s`);
  }

  /** How many calls its log has; fails when one is not what its facts add up to. */
  async calls() {
    const [, calls, differing] = (await this.#run(['rederive', '--check'])).match(/^(\d+) calls .* (\d+) differed/);
    if (differing !== '0') throw new Error(`${differing} calls differ from their facts`);
    return Number(calls);
  }

  /** How long it takes to find a caller by the number, within the program. */
  async matching(count) {
    return JSON.parse(await this.#run(['measure-matching', String(count)]));
  }

  async #run(args) {
    const database = this.#settings.ALO_DATABASE_URL ?? `sqlite://${join(this.#folder, 'alo.db')}`;
    const env = { PATH: process.env.PATH, ALO_DATABASE_URL: database, ALO_LOG: 'warn,sqlx=error' };
    const { stdout, stderr } = await run(program, args, { env });
    if (stderr) console.log(stderr.trimEnd());
    return stdout;
  }

  /** Removes it. */
  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
