import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Floor } from './floors.mjs';
import { Seat } from './seats.mjs';

/** A call is talked so long, in milliseconds; before, the agent's telephone rings for two seconds. */
const TALKS = 4000;
/** Floors on which it is measured when a call shows; the others are open and read. */
const MEASURED = 50;
/** How often the server's memory is looked at. */
const LOOK_MS = 15_000;

/** Memory that a process holds now, in MiB. */
export function residentMib(pid) {
  return held(pid, 'VmRSS');
}

/** The most that it ever held. */
export function mostMib(pid) {
  return held(pid, 'VmHWM');
}

function held(pid, which) {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${which}:\\s+(\\d+) kB$`, 'm'));
  return Number(line[1]) / 1024;
}

/**
 * A contact centre at work: each agent has their own live connection and a page at the telephone company, as many floors
 * are open, and so many customers a second call the company, which rings the agents in turn.
 * @param {import('./load.mjs').Client[]} agents who have a seat each
 * @param {(n: number) => string} seatOf the seat of the agent at this place
 * @param {import('./browser.mjs').Control} control
 * @returns how long floors took to show a call of which an agent's page heard, how many calls, and the server's memory over time
 */
export async function soaked(agents, seatOf, watcher, control, pid, perSecond, ms) {
  const rang = new Map();
  const delays = [];
  const follower = () => {
    const shown = new Map();
    return (member, call, now) => {
      // A call is shown again when something changes in it; the first time counts.
      if (!call || shown.get(member.id) === call.id) return;
      shown.set(member.id, call.id);
      if (rang.has(call.id)) delays.push(now - rang.get(call.id));
    };
  };
  const pages = await inTurns(agents, (agent) => Floor.open(agent));
  const seats = await inTurns(agents, (agent) => Seat.open(agent, (call) => rang.set(call, performance.now())));
  const floors = await inTurns(agents, (_, n) => Floor.open(watcher, n < MEASURED ? follower() : undefined));
  const memory = [residentMib(pid)];
  const looking = setInterval(() => memory.push(residentMib(pid)), LOOK_MS);
  const orders = [];
  const start = performance.now();
  for (let n = 0; performance.now() - start < ms; n += 1) {
    orders.push(control.post('ring', { number: somebody(), agent: seatOf(n % agents.length), talk_ms: TALKS }));
    await pause(Math.max(0, start + ((n + 1) * 1000) / perSecond - performance.now()));
  }
  await Promise.all(orders);
  await control.quiet();
  await Promise.all(seats.map((seat) => seat.settled()));
  clearInterval(looking);
  memory.push(residentMib(pid));
  console.log(`memory every ${LOOK_MS / 1000} s, MiB: ${memory.map(Math.round).join(' ')}`);
  [...pages, ...seats, ...floors].forEach((open) => open.close());
  return { delays, calls: orders.length, heard: rang.size, memory };
}

/** A customer's number, any. */
function somebody() {
  return `09${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
}

/** One after the other, some at a time. */
async function inTurns(things, make) {
  const made = [];
  for (let n = 0; n < things.length; n += 20) {
    made.push(...(await Promise.all(things.slice(n, n + 20).map((thing, m) => make(thing, n + m)))));
  }
  return made;
}
