import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The program a user runs: the same build, the same web files. */
export function program(): string {
  return join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release', 'alo');
}

/** A free port, asked of the machine. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Words of a log line that a journey may cause on purpose. */
export type Expected = RegExp[];

/** A running Alo of its own: own database, own sandbox, own port. */
export class Server {
  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly lines: string[],
  ) {}

  static async start(extra: Record<string, string> = {}): Promise<Server> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'alo-'));
    const url = `http://localhost:${port}`;
    const child = spawn(program(), [], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        ALO_ADDR: `127.0.0.1:${port}`,
        ALO_PUBLIC_URL: url,
        ALO_DATABASE_URL: `sqlite://${join(folder, 'alo.db')}`,
        ALO_SANDBOX: 'on',
        ALO_DEMO: 'on',
        ...extra,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const lines: string[] = [];
    child.stderr?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
    const server = new Server(url, child, folder, lines);
    await server.answers();
    return server;
  }

  private async answers(): Promise<void> {
    const until = Date.now() + 30_000;
    for (;;) {
      const ok = await fetch(`${this.url}/health`).then((r) => r.ok, () => false);
      if (ok) return;
      if (this.process.exitCode !== null || Date.now() > until) throw new Error(`no server:\n${this.lines.join('\n')}`);
      await new Promise((again) => setTimeout(again, 50));
    }
  }

  /** Where the log stands now; see {@link warningsSince}. */
  mark(): number {
    return this.lines.length;
  }

  /** Warnings and errors logged since a mark. */
  warningsSince(mark: number, expected: Expected = []): string[] {
    const loud = this.lines.slice(mark).filter((line) => / (WARN|ERROR) |panicked/.test(line));
    return loud.filter((line) => !expected.some((pattern) => pattern.test(line)));
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    const killer = setTimeout(() => this.process.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(killer);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
