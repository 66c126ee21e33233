// Measures the program a user runs: `make bench`. Prints a table, writes target/bench.json. ALO_BENCH_CUSTOMERS and
// ALO_BENCH_MILLION make the two houses smaller that are made up for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADMIN, HUNG, LAN, PASSWORD } from '../support/demonstration.mjs';
import { output } from '../support/server.mjs';
import { comingAlive, firstPage, ringToPop, withBrowser, Control } from './browser.mjs';
import { factsKept, hire, pushDelays } from './calls.mjs';
import { madeUp } from './deals.mjs';
import { filtered } from './filters.mjs';
import { House } from './house.mjs';
import { importing } from './imports.mjs';
import { Client, load, percentile } from './load.mjs';
import { matching, some, written } from './matching.mjs';
import { Postgres } from './postgres.mjs';
import { waiting } from './waiting.mjs';

const CUSTOMERS = Number(process.env.ALO_BENCH_CUSTOMERS ?? 100_000);
const MILLION = Number(process.env.ALO_BENCH_MILLION ?? 1_000_000);
const IMPORTED = 100_000;
const DEALS = 5000;
/** Customers who have a value in the field that lists are filtered by. */
const MARKED = 6000;
const STARTS = 5;
const POPS = 4000;
const PAGES_MS = 8000;
const RINGS = 30;
const AGENTS = 32;
const FACTS_MS = 8000;
const FLOORS = 200;
const CHANGES = 15;
const WAITING = 100;
const ASKED = 200;

/** The log as managers ask for it; each address is a page of its own. */
const LOGS = [
  '/calls',
  '/calls?direction=inbound',
  '/calls?outcome=missed',
  '/calls?answered=yes',
  '/calls?answered=no&direction=outbound',
  '/calls?number=0901',
  '/calls?recorded=yes',
];
/** The board as sales people ask for it. */
const BOARDS = ['/deals', '/deals?owner=nobody', '/deals?q=hop%20dong%2012', '/deals?view=list'];
const LISTS = ['/customers', '/customers?sort=name', '/customers?owner=nobody', '/customers?q=lan'];
/** What people type into the palette, key by key as it is asked. */
const TYPED = ['n', 'nguyen', 'Nguyễn Thị', 'tran van hung', 'le hoa', 'cong ty', 'an phu', '0901', '84 903', '4567', 'khong co ai'];
const PALETTE_MS = 4000;
const DASHBOARDS = ['today', '7days', '30days', 'month'].map((period) => `/dashboard?period=${period}`);

const figures = {
  ...(await usual()),
  ...(await atAMillion()),
  ...(await bringingIn()),
  ...(await selling()),
  events_per_s_sqlite: await throughput(undefined),
  events_per_s_postgres: await onPostgres(throughput),
};
report(figures);

/** A house of the usual size: how it starts, answers and rings. */
async function usual() {
  return await within(await House.build(), async (house) => {
    house.fill('generate', CUSTOMERS);
    // The calls are another member's than the one whose telephone rings: what is not wrapped up waits in her dock.
    return { ...(await starting(house)), ...(await house.work(HUNG, PASSWORD, answering)), ...(await pushing(house)) };
  });
}

/** A file of many customers, into a new house. */
async function bringingIn() {
  return await within(await House.build(), async (house) => {
    return await house.work(ADMIN, PASSWORD, async (client) => {
      const { checkedS, doneS } = await importing(client, IMPORTED);
      return { import_100k_check_s: figure(checkedS, 's', 1), import_100k_s: figure(doneS, 's', 1) };
    });
  });
}

/** A house with a million customers and a million calls. */
async function atAMillion() {
  return await within(await House.build(), async (house) => {
    house.fill('generate', MILLION);
    house.fill('generate-calls', MILLION);
    return await house.work(ADMIN, PASSWORD, async (client) => ({
      customers_million_p99_ms: await pages(client, LISTS, 8),
      filtered_million_p99_ms: await pages(client, await filtered(client, MARKED), 2),
      agents_of_100_calls_p99_ms: await whomTheyAreGiven(client),
      palette_p95_ms: await found(client),
      call_log_p99_ms: await pages(client, LOGS, 2),
      dashboard_p99_ms: await pages(client, DASHBOARDS, 1),
      dashboard_of_a_year_p99_ms: await pages(client, [`/dashboard?from=${day(365)}&to=${day(0)}`], 1),
    }));
  });
}

/** A house with many deals: its board and its list, as whole pages. */
async function selling() {
  return await within(await House.build(), async (house) => {
    return await house.work(ADMIN, PASSWORD, async (client) => {
      await madeUp(client, DEALS);
      return { board_5000_p99_ms: await pages(client, BOARDS, 2) };
    });
  });
}

async function within(house, work) {
  try {
    return await work(house);
  } finally {
    house.remove();
  }
}

/** From the command to the first answer, and what the process holds before anybody came. */
async function starting(house) {
  const times = [];
  const sizes = [];
  for (let i = 0; i < STARTS; i += 1) {
    const server = await house.open();
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

async function answering(client, server) {
  const customers = await some(client, POPS);
  const matched = await matching(client, customers, POPS);
  return {
    match_caller_p99_ms: figure(percentile(matched, 0.99), 'ms', matched.length),
    ...(await listing(client)),
    ...(await withBrowser(server, (context) => browsing(server, context, customers))),
  };
}

/** The customer list as a whole page, eight people at a time. */
async function listing(client) {
  const { took, total } = await shown(client, ['/customers'], 8);
  return {
    list_p99_ms: figure(percentile(took, 0.99), 'ms', took.length),
    list_per_s: figure((took.length / total) * 1000, '/s', took.length),
  };
}

/** How long the contact centre waits to hear whom a hundred waiting calls are given to. */
async function whomTheyAreGiven(client) {
  const took = await waiting(client, await some(client, POPS), WAITING, ASKED);
  return figure(percentile(took, 0.99), 'ms', took.length);
}

/** How long whole pages take that so many people open in turn. */
async function pages(client, addresses, people) {
  const { took } = await shown(client, addresses, people);
  return figure(percentile(took, 0.99), 'ms', took.length);
}

/** How long it takes to find something of every kind, one question after another as one person types. */
async function found(client) {
  const ask = (index) => client.call('palette/search', { text: TYPED[index % TYPED.length] });
  await load(1, (count) => count >= TYPED.length * 2, ask);
  const { took } = await load(1, (_, ms) => ms >= PALETTE_MS, ask);
  return figure(percentile(took, 0.95), 'ms', took.length);
}

async function shown(client, addresses, people) {
  const show = (index) => client.page(addresses[index % addresses.length]);
  await load(people, (count) => count >= addresses.length * 4, show);
  return await load(people, (_, ms) => ms >= PAGES_MS, show);
}

async function browsing(server, context, customers) {
  const { bytes, count } = await firstPage(context);
  const slow = [];
  for (let i = 0; i < STARTS; i += 1) slow.push(await comingAlive(context));
  const unique = new Map(customers.map((customer) => [customer.number, customer]));
  const callers = [...unique.values()].filter(({ number }) => number.startsWith('+84')).slice(0, RINGS + 1);
  const national = callers.map(({ name, number }) => ({ name, number: written(number, 0) }));
  const [, ...took] = await ringToPop(context, new Control(server), national); // the first call warms the page up
  return {
    ring_to_pop_p95_ms: figure(percentile(took, 0.95), 'ms', took.length),
    first_page_kb: figure(bytes / 1024, 'kB', count),
    interactive_4x_ms: figure(percentile(slow.map(({ alive }) => alive), 0.5), 'ms', STARTS),
    layout_shift: figure(Math.max(...slow.map(({ shift }) => shift)), '', STARTS),
  };
}

/** From a change to 200 open floors. */
async function pushing(house) {
  return await house.work(LAN, PASSWORD, async (agent, server) => {
    const watcher = new Client(server.url);
    await watcher.signIn(ADMIN.email, PASSWORD);
    const took = await pushDelays(agent, watcher, LAN.name, FLOORS, CHANGES);
    watcher.close();
    return { push_p95_ms: figure(percentile(took, 0.95), 'ms', took.length) };
  });
}

/** Facts of calls kept for good, over HTTP. */
async function throughput(database) {
  return await within(await House.build(database), async (house) => {
    return await house.work(ADMIN, PASSWORD, async (admin) => {
      const agents = await hire(admin, AGENTS);
      const { perSecond, count } = await factsKept(agents, FACTS_MS);
      agents.forEach((agent) => agent.close());
      return figure(perSecond, '/s', count);
    });
  });
}

async function onPostgres(work) {
  const postgres = await Postgres.start();
  try {
    return await work(postgres.address);
  } finally {
    await postgres.stop();
  }
}

/** A date so many days ago. */
function day(ago) {
  return new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
}

function figure(value, unit, n) {
  return { value: Number(value.toPrecision(4)), unit, n };
}

function report(figures) {
  for (const [name, { value, unit, n }] of Object.entries(figures)) {
    console.log(`${name.padEnd(26)} ${String(value).padStart(10)} ${unit.padEnd(4)} n = ${n}`);
  }
  writeFileSync(join(output, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
