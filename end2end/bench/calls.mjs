import { randomUUID } from 'node:crypto';
import { Floor } from './floors.mjs';
import { load } from './load.mjs';

/** What happens in a call, fact by fact. */
const COURSE = [
  { what: 'offered', number: '0912345678', hotline: '19001000', queue: null },
  { what: 'agent_answered' },
  { what: 'held' },
  { what: 'resumed' },
  { what: 'ended' },
];

/** A call that is told as a browser tells it: each fact as it happens. */
export class Call {
  id = randomUUID();
  #told = 0;

  constructor(source) {
    this.source = source;
  }

  /** Tells the next fact; true when there is one more. */
  async goesOn(client) {
    const what = COURSE[this.#told];
    const fact = { id: `${this.id}-${this.#told}`, source: this.source, at: Date.now(), what };
    this.#told += 1;
    await client.call('calls/report', { calls: [{ call: this.id, facts: [fact] }] });
    return this.#told < COURSE.length;
  }

  /** Tells how it ended. */
  async ends(client) {
    this.#told = COURSE.length - 1;
    await this.goesOn(client);
  }
}

/** How many facts of calls are kept for good a second, each a request of its own, from so many browsers at once. */
export async function factsKept(client, browsers, ms) {
  const source = randomUUID();
  const running = [];
  const { took, total } = await load(browsers, (_, elapsed) => elapsed >= ms, async () => {
    const call = running.shift() ?? new Call(source);
    if (await call.goesOn(client)) running.push(call);
  });
  return { perSecond: (took.length / total) * 1000, count: took.length };
}

/** From the request that tells of a change to each of so many open floors showing it, in milliseconds. */
export async function pushDelays(agent, watcher, member, floors, changes) {
  const open = await Promise.all(Array.from({ length: floors }, () => Floor.open(watcher)));
  const delays = [];
  try {
    for (let change = 0; change < changes; change += 1) {
      const call = new Call(randomUUID());
      delays.push(...(await shown(open, member, call.id, () => call.goesOn(agent))));
      delays.push(...(await shown(open, member, null, () => call.ends(agent))));
    }
  } finally {
    open.forEach((floor) => floor.close());
  }
  return delays;
}

async function shown(open, member, call, happens) {
  const seen = Promise.all(open.map((floor) => floor.sees(member, call)));
  const begun = performance.now();
  await happens();
  return (await seen).map((moment) => moment - begun);
}
