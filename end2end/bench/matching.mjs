import { Call } from './calls.mjs';

const WARM_UP = 200;

/** Customers from all over the list, as callers. */
export async function some(client, count) {
  const found = [];
  for (const sort of ['Name', 'Activity']) {
    let after = null;
    do {
      const page = await client.call('customers/list', { query: { text: '', owner: 'Anyone', sort, after } });
      found.push(...page.rows.filter((row) => row.phone).map((row) => ({ id: row.id, name: row.name, number: row.phone })));
      after = page.next;
    } while (after && found.length < count);
  }
  return found;
}

/** A number as one of many people would write it. */
export function written(e164, way) {
  const national = e164.replace(/^\+84/, '0');
  const group = (text, by) => text.replace(/^(\d{4})(\d{3})(\d+)$/, `$1${by}$2${by}$3`);
  return [national, e164, e164.slice(1), group(national, ' '), group(national, '.'), `(+84) ${e164.slice(3)}`][way % 6];
}

/** The round trip that fills a caller's card, so many times: the call is recorded, and the caller found by the number. */
export async function matching(client, customers, count) {
  const took = [];
  for (let index = -WARM_UP; index < count; index += 1) {
    const known = index % 10 !== 9;
    const { number: e164 } = customers[Math.abs(index) % customers.length];
    const call = new Call(known ? written(e164, Math.abs(index)) : `0${700_000_000 + index}`);
    const before = performance.now();
    const card = await call.begins(client);
    if (index >= 0) took.push(performance.now() - before);
    if (known && card.customers.length === 0) throw new Error(`${e164} was not found`);
    // Nobody has thousands of calls at a time.
    await call.goesOn(client, 'agent_answered', 'ended');
  }
  return took;
}
