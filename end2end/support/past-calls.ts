import { randomUUID } from 'node:crypto';
import type { Member } from './member';

/** How a call went: rang in vain, or was talked over for so many seconds. */
export interface PastCall {
  number: string;
  talk?: number;
  note?: string;
}

/** Calls from before: not what the test is about, so told as a browser would tell them. */
export async function hadCall(member: Member, { number, talk = 0, note }: PastCall): Promise<string> {
  const call = randomUUID();
  const began = Date.now() - (talk + 60) * 1000;
  const facts = [
    [0, { what: 'offered', number, hotline: '19001000', queue: null }],
    ...(talk > 0 ? [[4, { what: 'agent_answered' }]] : []),
    [4 + talk, { what: 'ended' }],
  ] as [number, object][];
  const told = facts.map(([after, what], n) => ({ id: `${call}-${n}`, source: 'journey', at: began + after * 1000, what }));
  await post(member, 'calls/report', { calls: [{ call, facts: told }] });
  if (note) await post(member, 'calls/note', { id: call, text: note });
  return call;
}

async function post(member: Member, path: string, data: object): Promise<void> {
  const headers = { origin: new URL(member.page.url()).origin };
  const answer = await member.context.request.post(`/api/${path}`, { data, headers });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
}
