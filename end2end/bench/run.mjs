// Measures the program a user runs: `make bench`. Prints a table, writes target/bench.json. It takes about an hour and a half;
// ALO_BENCH_CUSTOMERS, ALO_BENCH_MILLION, ALO_BENCH_CALLS and ALO_BENCH_SOAK_S make it smaller, ALO_BENCH_ONLY names the parts.
// A figure named after a percentile is that one; beside it stand the median and the 99th.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADMIN, HUNG, LAN, PASSWORD } from '../support/demonstration.mjs';
import { output } from '../support/server.mjs';
import { comingAlive, customerList, signInPage, ringToPop, withBrowser, Control } from './browser.mjs';
import { factsKept, hire, pushDelays } from './calls.mjs';
import { madeUp } from './deals.mjs';
import { figure, sampled, table } from './figures.mjs';
import { filtered } from './filters.mjs';
import { House } from './house.mjs';
import { importing } from './imports.mjs';
import { Client, load } from './load.mjs';
import { matching, some, written } from './matching.mjs';
import { Postgres } from './postgres.mjs';
import { mostMib, residentMib, soaked } from './soak.mjs';
import { waiting } from './waiting.mjs';

const limits = join(dirname(fileURLToPath(import.meta.url)), 'limits.py');

const CALLS = Number(process.env.ALO_BENCH_CALLS ?? 5_000_000);
const SOAK_MS = Number(process.env.ALO_BENCH_SOAK_S ?? 600) * 1000;
const SOAKED = Number(process.env.ALO_BENCH_SOAK_AGENTS ?? 500);
const CALLS_A_SECOND = 20;
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
const MATCHED = 20_000;
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

const parts = {
  usual,
  raw: () => rawLimits(),
  importing: bringingIn,
  selling,
  facts: async () => ({ events_per_s: await throughput(undefined) }),
  facts_postgres: async () => ({ events_per_s_postgres: await onPostgres(throughput) }),
  soak,
  million: millions,
};
const only = process.env.ALO_BENCH_ONLY?.split(',') ?? Object.keys(parts);
let figures = {};
for (const part of only) {
  console.log(`--- ${part}`);
  figures = { ...figures, ...(await parts[part]()) };
  print(figures);
}

/** A house of the usual size: how it starts, answers and rings. */
async function usual() {
  return await within(await House.build(), async (house) => {
    await house.fill('generate', CUSTOMERS);
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

/** A house with a million customers and more calls on either database: filled side by side, measured one after the other. */
async function millions() {
  return await onPostgres(async (address, postgres) => {
    return await within(await House.build(), async (sqlite) => {
      return await within(await House.build(address), async (other) => {
        await Promise.all([filled(sqlite), filled(other).then(() => postgres.tidies())]);
        const first = await atAMillion(sqlite, '');
        print({ ...figures, ...first });
        return { ...first, ...(await atAMillion(other, '_postgres')) };
      });
    });
  });
}

async function filled(house) {
  await house.fill('generate', MILLION);
  await house.fill('generate-calls', CALLS);
}

async function atAMillion(house, suffix) {
  const named = (figures) => Object.fromEntries(Object.entries(figures).map(([name, f]) => [`${name}${suffix}`, f]));
  const starts = named(await starting(house, '_million'));
  const matched = named({ match_in_process_p99_us: await house.matching(MATCHED) });
  const rest = await house.work(ADMIN, PASSWORD, async (client, server) => {
    const customers = await some(client, POPS);
    await madeUp(client, DEALS, customers);
    const detail = customers.slice(0, 500).map(({ id }) => `/customers/${id}`);
    const list = await paged(client, ['/customers'], 8);
    const record = await paged(client, detail, 8);
    const log = await paged(client, ['/calls'], 8);
    const still = await paged(client, [await sameSize(client, '/customers')], 8);
    return {
      customers_million_p99_ms: list.p99,
      customers_million_per_s: list.perSecond,
      static_same_size_per_s: still.perSecond,
      customer_page_p99_ms: record.p99,
      customer_page_per_s: record.perSecond,
      call_log_8_p99_ms: log.p99,
      filtered_million_p99_ms: await pages(client, await filtered(client, MARKED), 2),
      agents_of_100_calls_p99_ms: await whomTheyAreGiven(client),
      search_p95_ms: await searched(client, customers),
      palette_p95_ms: await found(client),
      call_log_p99_ms: await pages(client, LOGS, 2),
      dashboard_p99_ms: await pages(client, DASHBOARDS, 1),
      dashboard_of_a_year_p99_ms: await pages(client, [`/dashboard?from=${day(365)}&to=${day(0)}`], 1),
      rss_under_load_mib: figure(mostMib(server.pid), 'MiB', 1),
    };
  });
  return { ...starts, ...matched, ...named(rest) };
}

/** Whole pages that so many people open in turn: how long each takes, and how many a second. */
async function paged(client, addresses, people) {
  const { took, total } = await shown(client, addresses, people);
  return { p99: sampled(took, 0.99, 'ms'), perSecond: figure((took.length / total) * 1000, '/s', took.length) };
}

/** A file of the web site that is about as large as a page. */
async function sameSize(client, address) {
  const { body } = await client.send('GET', address);
  const folder = process.env.ALO_SITE ?? join(output, 'site');
  const files = readdirSync(join(folder, 'pkg')).filter((name) => !/\.(br|gz)$/.test(name));
  const far = (name) => Math.abs(statSync(join(folder, 'pkg', name)).size - Buffer.byteLength(body));
  const nearest = files.sort((a, b) => far(a) - far(b))[0];
  console.log(`${address}: ${Buffer.byteLength(body)} bytes; beside it ${nearest}, ${statSync(join(folder, 'pkg', nearest)).size} bytes`);
  return `/pkg/${nearest}`;
}

/** The list searched by a part of a name, by a name without its accents, by the end of a number. */
async function searched(client, customers) {
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const texts = customers.slice(0, 60).flatMap(({ name, number }) => {
    const words = name.split(' ');
    return [words.slice(-2).join(' '), plain(name), `${words[0]} ${words.at(-1).slice(0, 3)}`, number.slice(-6)];
  });
  const ask = (index) => client.call('customers/list', { query: { text: texts[index % texts.length], owner: 'Anyone', sort: 'Name', after: null } });
  const { took } = await load(1, (count) => count >= texts.length, ask);
  return sampled(took, 0.95, 'ms');
}

/** What the machine and SQLite can do at best: an index probe, and an insert that is on the disk. */
function rawLimits() {
  const { probe, inserts_per_s } = JSON.parse(execFileSync('python3', [limits], { encoding: 'utf8' }));
  return { raw_probe_p99_us: { ...probe, p99: probe.value, unit: 'us' }, raw_inserts_per_s: figure(inserts_per_s, '/s', 1) };
}

/** Many agents at work for a while, whom the pretend telephone company rings. */
async function soak() {
  return await within(await House.build(undefined, { ALO_SANDBOX_SEATS: String(SOAKED) }), async (house) => {
    const before = await house.calls();
    const soaking = await house.work(ADMIN, PASSWORD, async (admin, server) => {
      const agents = await hire(admin, SOAKED, seatOf);
      const done = await soaked(agents, seatOf, admin, new Control(server), server.pid, CALLS_A_SECOND, SOAK_MS);
      agents.forEach((agent) => agent.close());
      return done;
    });
    const { delays, calls, heard, memory } = soaking;
    const settled = memory[Math.floor(memory.length / 4)];
    return {
      soak_push_p99_ms: sampled(delays, 0.99, 'ms'),
      soak_calls: figure(calls, '', SOAKED),
      soak_calls_heard: figure(heard, '', calls),
      soak_calls_lost: figure(before + calls - (await house.calls()), '', calls),
      soak_rss_mib: figure(Math.max(...memory), 'MiB', memory.length),
      soak_rss_growth_mib: figure(memory.at(-1) - settled, 'MiB', memory.length),
    };
  });
}

/** The sandbox's seats beside those of the demonstration: see sandbox/src/settings.rs. */
function seatOf(n) {
  return String(6001 + n);
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
async function starting(house, size = '') {
  const times = [];
  const sizes = [];
  for (let i = 0; i < STARTS; i += 1) {
    const server = await house.open();
    times.push(server.startMs);
    sizes.push(residentMib(server.pid));
    await server.stop();
  }
  return {
    [`start${size}_ms`]: sampled(times, 0.5, 'ms'),
    [`rss_rest${size}_mib`]: sampled(sizes, 0.5, 'MiB'),
  };
}

async function answering(client, server) {
  const customers = await some(client, POPS);
  const matched = await matching(client, customers, POPS);
  return {
    match_caller_p99_ms: sampled(matched, 0.99, 'ms'),
    ...(await listing(client)),
    ...(await withBrowser(server, (enter) => browsing(server, enter, customers))),
  };
}

/** The customer list as a whole page, eight people at a time. */
async function listing(client) {
  const { took, total } = await shown(client, ['/customers'], 8);
  return {
    list_p99_ms: sampled(took, 0.99, 'ms'),
    list_per_s: figure((took.length / total) * 1000, '/s', took.length),
  };
}

/** How long the contact centre waits to hear whom a hundred waiting calls are given to. */
async function whomTheyAreGiven(client) {
  const took = await waiting(client, await some(client, POPS), WAITING, ASKED);
  return sampled(took, 0.99, 'ms');
}

/** How long whole pages take that so many people open in turn. */
async function pages(client, addresses, people) {
  const { took } = await shown(client, addresses, people);
  return sampled(took, 0.99, 'ms');
}

/** How long it takes to find something of every kind, one question after another as one person types. */
async function found(client) {
  const ask = (index) => client.call('palette/search', { text: TYPED[index % TYPED.length] });
  await load(1, (count) => count >= TYPED.length * 2, ask);
  const { took } = await load(1, (_, ms) => ms >= PALETTE_MS, ask);
  return sampled(took, 0.95, 'ms');
}

async function shown(client, addresses, people) {
  const show = (index) => client.page(addresses[index % addresses.length]);
  await load(people, (count) => count >= addresses.length * 4, show);
  return await load(people, (_, ms) => ms >= PAGES_MS, show);
}

async function browsing(server, enter, customers) {
  const first = await signInPage(await enter(false));
  const list = await customerList(await enter());
  const life = [...(await alive('sign_in', '/sign-in', () => enter(false))), ...(await alive('list', '/customers', enter))];
  const context = await enter();
  const unique = new Map(customers.map((customer) => [customer.number, customer]));
  const callers = [...unique.values()].filter(({ number }) => number.startsWith('+84')).slice(0, RINGS + 1);
  const national = callers.map(({ name, number }) => ({ name, number: written(number, 0) }));
  const [, ...took] = await ringToPop(context, new Control(server), national); // the first call warms the page up
  return {
    ring_to_pop_p95_ms: sampled(took, 0.95, 'ms'),
    first_page_kb: figure(first.first / 1024, 'kB', first.count),
    first_page_ahead_kb: figure(first.ahead / 1024, 'kB', 1),
    list_kb: figure(list.first / 1024, 'kB', list.count),
    list_ahead_kb: figure(list.ahead / 1024, 'kB', 1),
    ...Object.fromEntries(life),
  };
}

/** How long a page takes to come alive on a slow computer: in browsers that have nothing yet, and in one that has been there. */
async function alive(name, address, enter) {
  const [cold, warm] = [[], []];
  for (let i = 0; i < STARTS; i += 1) {
    const context = await enter();
    cold.push(await comingAlive(context, address));
    warm.push(await comingAlive(context, address));
    await context.close();
  }
  const ms = (pages) => sampled(pages.map((page) => page.alive), 0.5, 'ms');
  const shift = figure(Math.max(...[...cold, ...warm].map((page) => page.shift)), '', 2 * STARTS);
  return [
    [`${name}_alive_4x_ms`, ms(cold)],
    [`${name}_alive_again_4x_ms`, ms(warm)],
    [`${name}_layout_shift`, shift],
  ];
}

/** From a change to 200 open floors. */
async function pushing(house) {
  return await house.work(LAN, PASSWORD, async (agent, server) => {
    const watcher = new Client(server.url);
    await watcher.signIn(ADMIN.email, PASSWORD);
    const took = await pushDelays(agent, watcher, LAN.name, FLOORS, CHANGES);
    watcher.close();
    return { push_p95_ms: sampled(took, 0.95, 'ms') };
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
    return await work(postgres.address, postgres);
  } finally {
    await postgres.stop();
  }
}

/** A date so many days ago. */
function day(ago) {
  return new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
}

/** Shows all that is known so far, and keeps it. */
function print(figures) {
  console.log(table(figures));
  writeFileSync(join(output, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
