import { createHmac } from 'node:crypto';
import { expect } from '@playwright/test';

/** A member at the other telephone company, as that sees them. */
export interface SeatNow {
  user: string;
  manual_status: string;
  system_status: number;
  pages: number;
  busy: boolean;
}

/** A call as the other telephone company sees it. */
export interface CentreCallNow {
  id: string;
  number: string;
  hotline: string;
  state: string;
}

interface Centre {
  agents: SeatNow[];
  calls: CentreCallNow[];
  legs: number;
}

/** A token of the demonstration's project that opens its REST services. */
function administrator(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ typ: 'JWT', alg: 'HS256', cty: 'stringee-api;v=1' });
  const body = part({ jti: 'journey', iss: 'SK.0.sandboxkey', exp: Math.floor(Date.now() / 1_000) + 600, rest_api: true });
  const signature = createHmac('sha256', 'sandbox-key-secret').update(`${head}.${body}`).digest('base64url');
  return `${head}.${body}.${signature}`;
}

/** The panel of the other pretend telephone company: a contact centre with menus, queues and agents. */
export class ContactCentre {
  /** Its menu: 1 is sales, 2 is care. */
  static readonly MENU = '842471000001';
  /** Straight into the queue of sales. */
  static readonly SALES = '842471000002';

  constructor(private readonly server: string) {}

  /** A virtual customer calls a hotline, and presses keys there. */
  async ring(number: string, more: { to?: string; keys?: string; patience_ms?: number; talk_ms?: number } = {}): Promise<void> {
    await this.isFree();
    await this.post('ring', { number, to: ContactCentre.SALES, ...more });
  }

  /** The virtual customer hangs up. */
  async hangUp(number: string): Promise<void> {
    await this.post('hangup', { number });
  }

  /** Calls come to a member as objects of this class. */
  async callsComeAs(user: string, kind: 'call' | 'call2'): Promise<void> {
    await this.post('pages/class', { user, class: kind });
  }

  /** Closes a member's sockets, and keeps their pages out for a while. */
  async drop(user: string, refuse_ms = 0): Promise<void> {
    await this.post('pages/drop', { user, refuse_ms });
  }

  /** Expires every token a member has shown. */
  async expire(user: string): Promise<void> {
    await this.post('pages/expire', { user });
  }

  /** Refuses the next call out of a member with a code. */
  async refuseCall(user: string, r: number): Promise<void> {
    await this.post('pages/calls', { user, r });
  }

  /** Another device of the member picks up (200) or refuses (486). */
  async elsewhere(user: string, code: 200 | 486): Promise<void> {
    await this.post('pages/elsewhere', { user, code });
  }

  /** Leaves nothing of its set-up, as on its first day. */
  async empty(): Promise<void> {
    await this.post('empty', {});
  }

  /** How long telephones ring. */
  async patience(times: { agent_ms?: number; customer_ms?: number; queue_ms?: number; rounds?: number }): Promise<void> {
    await this.post('patience', times);
  }

  /** Refuses the next request whose path contains this, with a code. */
  async refusesOnce(only: string, r: number): Promise<void> {
    await this.post('rest', { only, r, times: 1 });
  }

  /** Everything at this moment. */
  async state(): Promise<Centre> {
    const answer = await fetch(`${this.server}/sandbox/api/stringee/state`);
    return (await answer.json()) as Centre;
  }

  /** A member at this moment. */
  async seat(user: string): Promise<SeatNow> {
    const found = (await this.state()).agents.find((seat) => seat.user === user);
    if (!found) throw new Error(`no seat ${user}`);
    return found;
  }

  /** Waits until a call is in a state. */
  async sees(number: string, state: string): Promise<void> {
    const tail = number.replace(/^0/, '');
    const seen = async () => (await this.state()).calls.filter((call) => call.number.endsWith(tail)).map((call) => call.state);
    await expect.poll(seen, `the contact centre's calls of ${number}`).toContain(state);
  }

  /** Waits until it has no calls and no legs: nothing leaks. */
  async isQuiet(): Promise<void> {
    const count = async () => {
      const { calls, legs } = await this.state();
      return { calls: calls.length, legs };
    };
    await expect.poll(count, 'what the contact centre still has').toEqual({ calls: 0, legs: 0 });
  }

  /** Waits until it can ring a member's browser. */
  async canRing(user: string): Promise<void> {
    await expect.poll(async () => (await this.seat(user)).pages, `pages of ${user}`).toBeGreaterThan(0);
  }

  /** Waits until a member, or anybody, can be rung: whoever has just ended a call gets none for a moment. */
  async isFree(user?: string): Promise<void> {
    const isMeant = (seat: SeatNow) => user === undefined || seat.user === user;
    const isFree = (seat: SeatNow) => seat.pages > 0 && !seat.busy && seat.system_status === 1;
    const free = async () => (await this.state()).agents.some((seat) => isMeant(seat) && isFree(seat));
    await expect.poll(free, { message: `whether ${user ?? 'anybody'} can be rung`, timeout: 20_000 }).toBe(true);
  }

  /** The seats whose pages are open; none where the company does not answer. */
  async open(): Promise<string[]> {
    const { agents } = await this.state().catch(() => ({ agents: [] as SeatNow[] }));
    return agents.filter(({ pages }) => pages > 0).map(({ user }) => user);
  }

  /** Changes what is set there for a member, as an administrator of the company would. */
  async sets(user: string, fields: Record<string, unknown>): Promise<void> {
    await this.ask('PUT', user, fields);
  }

  /** The company knows a member no longer. */
  async forgets(user: string): Promise<void> {
    await this.ask('DELETE', user);
  }

  private async ask(method: 'PUT' | 'DELETE', user: string, fields?: object): Promise<void> {
    const headers = { 'content-type': 'application/json', 'x-stringee-auth': administrator() };
    const agents = `${this.server}/sandbox/stringee/pcc/v1/agent`;
    const found = await (await fetch(`${agents}?stringee_user_id=${user}`, { headers })).json();
    const [{ id }] = (found as { data: { agents: { id: string }[] } }).data.agents;
    const answer = await fetch(`${agents}/${id}`, { method, headers, body: fields && JSON.stringify(fields) });
    const { r } = (await answer.json()) as { r: number };
    if (r !== 0) throw new Error(`${method} ${user}: ${r}`);
  }

  private async post(what: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.server}/sandbox/api/stringee/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  }
}
