import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Call } from './calls.mjs';
import { Floor } from './floors.mjs';

/** A call rings and is talked so long, in milliseconds. */
const RINGS = 1000;
const TALKS = 4000;
/** Floors on which it is measured when a call shows; the others are open and read. */
const MEASURED = 50;
/** How often the server's memory is looked at. */
const LOOK_MS = 15_000;

/** Memory that a process holds now, in MiB. */
export function residentMib(pid) {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB$/m);
  return Number(line[1]) / 1024;
}

/**
 * A contact centre at work: each agent has their own live connection, as many floors are open, and so many calls a second
 * ring, are talked and end, as pages tell of them.
 * @returns how long floors took to show a call, what was told, and the server's memory over time
 */
export async function soaked(agents, watcher, pid, perSecond, ms) {
  const begun = new Map();
  const delays = [];
  const follower = () => {
    const shown = new Map();
    return (member, call, now) => {
      // A call is shown again when something changes in it; the first time counts.
      if (!call || shown.get(member.id) === call.id) return;
      shown.set(member.id, call.id);
      if (begun.has(call.id)) delays.push(now - begun.get(call.id));
    };
  };
  const pages = await inTurns(agents, (agent) => Floor.open(agent));
  const floors = await inTurns(agents, (_, n) => Floor.open(watcher, n < MEASURED ? follower() : undefined));
  const memory = [residentMib(pid)];
  const looking = setInterval(() => memory.push(residentMib(pid)), LOOK_MS);
  const under = [];
  const failed = [];
  const start = performance.now();
  for (let n = 0; performance.now() - start < ms; n += 1) {
    const agent = agents[n % agents.length];
    under.push(one(agent, begun).catch((error) => failed.push(error)));
    await pause(Math.max(0, start + ((n + 1) * 1000) / perSecond - performance.now()));
  }
  await Promise.all(under);
  clearInterval(looking);
  memory.push(residentMib(pid));
  [...pages, ...floors].forEach((open) => open.close());
  if (failed.length > 0) throw failed[0];
  return { delays, calls: under.length, memory };
}

async function one(agent, begun) {
  const call = new Call(`09${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`);
  begun.set(call.id, performance.now());
  await call.begins(agent);
  await pause(RINGS);
  begun.delete(call.id);
  await call.goesOn(agent, 'agent_answered');
  await pause(TALKS);
  await call.goesOn(agent, 'ended');
}

/** One after the other, some at a time. */
async function inTurns(things, make) {
  const made = [];
  for (let n = 0; n < things.length; n += 20) {
    made.push(...(await Promise.all(things.slice(n, n + 20).map((thing, m) => make(thing, n + m)))));
  }
  return made;
}
