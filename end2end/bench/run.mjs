// Measures the program a user runs on 100,000 generated customers: `make bench`. Prints a table, writes target/bench.json.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAN, PASSWORD } from '../support/demonstration.mjs';
import { Server, output, program } from '../support/server.mjs';
import { Control, firstPage, ringToPop, withBrowser } from './browser.mjs';
import { Client, load, percentile } from './load.mjs';

const CUSTOMERS = Number(process.env.ALO_BENCH_CUSTOMERS ?? 100_000);
const STARTS = 5;
const POPS = 4000;
const LIST_MS = 8000;
const RINGS = 30;

const folder = mkdtempSync(join(tmpdir(), 'alo-bench-'));
try {
  await members();
  generate();
  const figures = { ...(await starting()), ...(await running()) };
  report(figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Makes the database, with those who work here. */
async function members() {
  const server = await Server.start({}, folder);
  await server.stop();
}

/** Fills it with customers of theirs. */
function generate() {
  const env = { PATH: process.env.PATH, ALO_DATABASE_URL: `sqlite://${join(folder, 'alo.db')}`, ALO_LOG: 'warn' };
  const begun = performance.now();
  execFileSync(program, ['generate', String(CUSTOMERS)], { env, stdio: 'inherit' });
  console.log(`${CUSTOMERS.toLocaleString('en')} customers generated in ${Math.round(performance.now() - begun)} ms`);
}

/** From the command to the first answer, and what the process holds before anybody came. */
async function starting() {
  const times = [];
  const sizes = [];
  for (let i = 0; i < STARTS; i += 1) {
    const server = await Server.start({}, folder);
    times.push(server.startMs);
    sizes.push(residentMib(server.pid));
    await server.stop();
  }
  return {
    start_ms: figure(percentile(times, 0.5), 'ms', STARTS),
    rss_rest_mib: figure(percentile(sizes, 0.5), 'MiB', STARTS),
  };
}

function residentMib(pid) {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB$/m);
  return Number(line[1]) / 1024;
}

async function running() {
  const server = await Server.start({}, folder);
  const client = new Client(server.url);
  try {
    await client.signIn(LAN.email, PASSWORD);
    const customers = await some(client, POPS);
    return {
      ...(await matching(client, customers)),
      ...(await listing(client)),
      ...(await withBrowser(server, (context) => browsing(server, context, customers))),
    };
  } catch (error) {
    console.log(server.warningsSince(0).join('\n'));
    throw error;
  } finally {
    client.close();
    await server.stop();
  }
}

/** Customers from all over the list, as callers. */
async function some(client, count) {
  const found = [];
  for (const sort of ['Name', 'Activity']) {
    let after = null;
    do {
      const page = await client.call('customers/list', { query: { text: '', owner: 'Anyone', sort, after } });
      found.push(...page.rows.filter((row) => row.phone).map((row) => ({ name: row.name, number: row.phone })));
      after = page.next;
    } while (after && found.length < count);
  }
  return found;
}

/** A number as one of many people would write it. */
function written(e164, way) {
  const national = e164.replace(/^\+84/, '0');
  const group = (text, by) => text.replace(/^(\d{4})(\d{3})(\d+)$/, `$1${by}$2${by}$3`);
  return [national, e164, e164.slice(1), group(national, ' '), group(national, '.'), `(+84) ${e164.slice(3)}`][way % 6];
}

/** The round trip that fills a caller's card: the call is recorded, and the caller found by the number. */
async function matching(client, customers) {
  const source = randomUUID();
  const pop = async (index) => {
    const number = index % 10 === 9 ? `0${String(700_000_000 + index)}` : written(customers[index % customers.length].number, index);
    const what = { what: 'offered', number, hotline: '19001000', queue: null };
    const fact = { id: String(index).padStart(8, '0'), source, at: Date.now(), what };
    const card = await client.call('calls/pop', { call: { call: randomUUID(), facts: [fact] } });
    if (index % 10 !== 9 && card.customers.length === 0) throw new Error(`${number} was not found`);
  };
  await load(1, (count) => count >= 200, (index) => pop(index + 1_000_000));
  const { took } = await load(1, (count) => count >= POPS, pop);
  return { match_caller_p99_ms: figure(percentile(took, 0.99), 'ms', took.length) };
}

/** The customer list as a whole page, eight people at a time. */
async function listing(client) {
  const show = () => client.page('/customers');
  await load(8, (count) => count >= 100, show);
  const { took, total } = await load(8, (_, ms) => ms >= LIST_MS, show);
  return {
    list_p99_ms: figure(percentile(took, 0.99), 'ms', took.length),
    list_per_s: figure((took.length / total) * 1000, '/s', took.length),
  };
}

async function browsing(server, context, customers) {
  const { bytes, count } = await firstPage(context);
  const unique = new Map(customers.map((customer) => [customer.number, customer]));
  const callers = [...unique.values()].filter(({ number }) => number.startsWith('+84')).slice(0, RINGS + 1);
  const national = callers.map(({ name, number }) => ({ name, number: written(number, 0) }));
  const [, ...took] = await ringToPop(context, new Control(server), national); // the first call warms the page up
  return {
    ring_to_pop_p95_ms: figure(percentile(took, 0.95), 'ms', took.length),
    first_page_kb: figure(bytes / 1024, 'kB', count),
  };
}

function figure(value, unit, n) {
  return { value: Number(value.toPrecision(4)), unit, n };
}

function report(figures) {
  for (const [name, { value, unit, n }] of Object.entries(figures)) {
    console.log(`${name.padEnd(22)} ${String(value).padStart(10)} ${unit.padEnd(4)} n = ${n}`);
  }
  writeFileSync(join(output, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
