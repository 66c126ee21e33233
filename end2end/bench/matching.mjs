import { randomUUID } from 'node:crypto';
import { load } from './load.mjs';

/** Customers from all over the list, as callers. */
export async function some(client, count) {
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
export function written(e164, way) {
  const national = e164.replace(/^\+84/, '0');
  const group = (text, by) => text.replace(/^(\d{4})(\d{3})(\d+)$/, `$1${by}$2${by}$3`);
  return [national, e164, e164.slice(1), group(national, ' '), group(national, '.'), `(+84) ${e164.slice(3)}`][way % 6];
}

/** The round trip that fills a caller's card: the call is recorded, and the caller found by the number. */
export async function matching(client, customers, count) {
  const source = randomUUID();
  const pop = async (index) => {
    const number = index % 10 === 9 ? `0${String(700_000_000 + index)}` : written(customers[index % customers.length].number, index);
    const what = { what: 'offered', number, hotline: '19001000', queue: null };
    const fact = { id: String(index).padStart(8, '0'), source, at: Date.now(), what };
    const card = await client.call('calls/pop', { call: { call: randomUUID(), facts: [fact] } });
    if (index % 10 !== 9 && card.customers.length === 0) throw new Error(`${number} was not found`);
  };
  await load(1, (done) => done >= 200, (index) => pop(index + 1_000_000));
  return (await load(1, (done) => done >= count, pop)).took;
}
