import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = resolve(dirname(fileURLToPath(import.meta.url)), '../../backend/tests/stories/postgres.sh');

const run = promisify(execFile);

/** A PostgreSQL server of our own, as it comes: what it has committed is on the disk. */
export class Postgres {
  /** The address of its empty database. */
  address;
  /** Where its socket is. */
  #folder;
  #child;

  static async start() {
    const postgres = new Postgres();
    const socket = await postgres.#socket();
    postgres.#folder = socket;
    execFileSync(join(programs(), 'createdb'), ['-h', socket, '-U', 'alo', 'bench']);
    postgres.address = `postgres://alo@localhost/bench?host=${socket}`;
    return postgres;
  }

  constructor() {
    const args = ['-c', readFileSync(script, 'utf8'), 'postgres.sh', programs()];
    // It lives until its standard input closes, at the latest with this process.
    this.#child = spawn('sh', args, { cwd: '/', stdio: ['pipe', 'pipe', 'inherit'], ...ordinaryUser() });
  }

  #socket() {
    return new Promise((done, failed) => {
      this.#child.stdout.once('data', (line) => done(String(line).trim()));
      this.#child.once('exit', () => failed(new Error('PostgreSQL did not start')));
    });
  }

  /** What it would do by itself in a while, now: so that it does not while something is measured. */
  async tidies() {
    await run(join(programs(), 'vacuumdb'), ['-h', this.#folder, '-U', 'alo', '--analyze', 'bench']);
  }

  async stop() {
    const ended = new Promise((done) => this.#child.once('exit', done));
    this.#child.stdin.end();
    await ended;
  }
}

/** The newest of Debian's versions, or what the path has. */
function programs() {
  const root = '/usr/lib/postgresql';
  const debian = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...debian.map((version) => join(root, version, 'bin')), ...process.env.PATH.split(':')];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (!found) throw new Error('PostgreSQL is not installed: apt install postgresql');
  return found;
}

/** PostgreSQL refuses to run as root: then it runs as the user its package made. */
function ordinaryUser() {
  if (process.getuid() !== 0) return {};
  const id = (which) => Number(execFileSync('id', [which, 'postgres']));
  return { uid: id('-u'), gid: id('-g') };
}
