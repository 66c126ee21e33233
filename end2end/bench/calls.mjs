import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../support/demonstration.mjs';
import { Floor } from './floors.mjs';
import { Client, load } from './load.mjs';

/** A call that is told as a browser tells it. */
export class Call {
  id = randomUUID();
  #source = randomUUID();
  #told = 0;

  /** @param {string} name what the provider calls it, where it says that */
  constructor(number = '0912345678', hotline = '19001000', name = undefined) {
    this.number = number;
    this.hotline = hotline;
    this.name = name;
  }

  /** It rings; answers the caller's card. */
  begins(client) {
    const offered = { what: 'offered', number: this.number, hotline: this.hotline, queue: null };
    const named = this.name ? [{ what: 'provider_id', id: this.name }] : [];
    return client.call('calls/pop', { call: this.#tells([...named, offered]) });
  }

  /** What happens next, in one request. */
  goesOn(client, ...whats) {
    return client.call('calls/report', { calls: [this.#tells(whats.map((what) => ({ what })))] });
  }

  #tells(whats) {
    const fact = (what) => ({ id: `${(this.#told += 1)}`, source: this.#source, at: Date.now() + this.#told, what });
    return { call: this.id, facts: whats.map(fact) };
  }
}

/**
 * Agents of their own, each signed in at their browser.
 * @param {(n: number) => string} seat at the provider
 */
export async function hire(admin, count, seat = () => '') {
  const agents = [];
  // Two at a time: each password takes a processor a while.
  await load(2, (begun) => begun >= count, async (n) => {
    const email = `agent${n}@alo.demo`;
    const form = { name: `Agent ${n}`, email, role: 'agent', seat: seat(n), team: null, leads: [], active: true, password: PASSWORD };
    await admin.call('staff/create', { form });
    const agent = new Client(admin.server);
    await agent.signIn(email, PASSWORD);
    agents.push(agent);
  });
  return agents;
}

/** How many facts of calls are kept for good a second, each a request of its own: every agent takes call after call. */
export async function factsKept(agents, ms) {
  const free = [...agents];
  let facts = 0;
  const begun = performance.now();
  await load(agents.length, (_, elapsed) => elapsed >= ms, async () => {
    const agent = free.pop();
    const call = new Call();
    await call.begins(agent);
    for (const what of ['agent_answered', 'held', 'resumed', 'ended']) await call.goesOn(agent, what);
    facts += 5;
    free.push(agent);
  });
  return { perSecond: (facts / (performance.now() - begun)) * 1000, count: facts };
}

/** From the request that tells of a change to each of so many open floors showing it, in milliseconds. */
export async function pushDelays(agent, watcher, member, floors, changes) {
  const open = await Promise.all(Array.from({ length: floors }, () => Floor.open(watcher)));
  const delays = [];
  try {
    for (let change = 0; change < changes; change += 1) {
      const call = new Call();
      delays.push(...(await shown(open, member, call.id, () => call.begins(agent))));
      delays.push(...(await shown(open, member, null, () => call.goesOn(agent, 'agent_answered', 'ended'))));
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
