import { expect } from '@playwright/test';
import type { Office } from '../office';
import { HA, MINH } from '../people';
import type { Telephone } from './telephone';

/** The hotline that leads straight into a queue. */
const HOTLINE = '842471000002';

interface AgentNow {
  user: string;
  pages: number;
  busy: boolean;
  system_status: number;
}

interface Everything {
  agents: AgentNow[];
  calls: { number: string; state: string }[];
  legs: number;
}

/** The panel's requests about this company. */
const panel = (server: string) => `${server}/sandbox/api/stringee`;

async function post(office: Office, what: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${panel(office.server.url)}/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
}

async function everything(server: string): Promise<Everything> {
  return (await (await fetch(`${panel(server)}/state`)).json()) as Everything;
}

/** The seats whose pages are open; none where the company does not answer. */
export async function open(server: string): Promise<string[]> {
  const { agents } = await everything(server).catch(() => ({ agents: [] as AgentNow[] }));
  return agents.filter(({ pages }) => pages > 0).map(({ user }) => user);
}

/** Who has just ended a call gets none for a moment. */
async function isFree(office: Office): Promise<void> {
  const free = async () => {
    const agent = (await everything(office.server.url)).agents.find(({ user }) => user === HA.seat);
    return agent !== undefined && agent.pages > 0 && !agent.busy && agent.system_status === 1;
  };
  await expect.poll(free, { message: `whether ${HA.name} can be rung`, timeout: 20_000 }).toBe(true);
}

export const stringee: Telephone = {
  name: 'Stringee',
  agent: HA,
  colleague: MINH,
  prefix: '0911226',

  async rings(office, number, more = {}) {
    await isFree(office);
    await post(office, 'ring', { number, to: HOTLINE, ...more });
  },
  hangsUp: (office, number) => post(office, 'hangup', { number }),
  breaks: (office) => post(office, 'pages/drop', { user: HA.seat }),

  async isQuiet(office) {
    const count = async () => {
      const { calls, legs } = await everything(office.server.url);
      return { calls: calls.length, legs };
    };
    await expect.poll(count, 'what the company still has').toEqual({ calls: 0, legs: 0 });
  },

  // It rings at the colleague at once.
  async passesOn(card, colleague, about) {
    await card.transferTo(colleague.person.name);
    return colleague.dock.card(about);
  },
};
