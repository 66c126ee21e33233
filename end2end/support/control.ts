import { expect } from '@playwright/test';
import { ContactCentre } from './contact-centre';
import type { Person } from './people';

/** An agent as the pretend company sees them. */
export interface AgentNow {
  ipphone: string;
  status: 'available' | 'away' | 'no_answer';
  pages: number;
  voice: boolean;
  registered: boolean;
  call?: string;
}

/** A call as the pretend company sees it. */
export interface CallNow {
  id: string;
  number: string;
  state: string;
  agent?: string;
}

interface Everything {
  agents: AgentNow[];
  calls: CallNow[];
  lines: string[];
  legs: number;
}

/** The control panel of the pretend telephone company, as its requests. */
export class Control {
  constructor(private readonly server: string) {}

  /** A virtual customer calls: an agent directly, or the hotline. */
  async ring(number: string, more: { agent?: string; patience_ms?: number; talk_ms?: number; although_busy?: boolean } = {}): Promise<void> {
    await this.post('ring', { number, ...more });
  }

  /** The virtual customer hangs up. */
  async hangUp(number: string): Promise<void> {
    await this.post('hangup', { number });
  }

  /** Closes an agent's socket, and keeps their pages out for a while. */
  async drop(agent: string, refuse_ms = 0): Promise<void> {
    await this.post('drop', { agent, refuse_ms });
  }

  /** Expires every token an agent has shown. */
  async expire(agent: string): Promise<void> {
    await this.post('expire', { agent });
  }

  /** Takes the voice from an agent's page, as another computer would. */
  async steal(agent: string): Promise<void> {
    await this.post('steal', { agent });
  }

  /** When call ids are told. */
  async callIds(rule: 'usual' | 'early' | 'late' | 'never', ms = 0): Promise<void> {
    await this.post('call-id', { rule, ms });
  }

  /** How long telephones ring. */
  async patience(times: { agent_ms?: number; customer_ms?: number; queue_ms?: number }): Promise<void> {
    await this.post('patience', times);
  }

  /** How the login service answers. */
  async login(answer: 'up' | 'polite' | 'broken' | 'down'): Promise<void> {
    await this.post('login', { answer });
  }

  /** How the call history answers, and how long after a call its recording appears. */
  async history(how: { answer?: 'up' | 'down' | 'slow' | 'odd' | 'limited' | 'private'; recording_ms?: number }): Promise<void> {
    await this.post('history', how);
  }

  /** Everything as it was at the start; calls end. */
  async reset(): Promise<void> {
    await this.post('reset', {});
  }

  /** Everything at this moment. */
  async state(): Promise<Everything> {
    const answer = await fetch(`${this.server}/sandbox/api/state`);
    return (await answer.json()) as Everything;
  }

  /** An agent at this moment. */
  async agent(ipphone: string): Promise<AgentNow> {
    const found = (await this.state()).agents.find((agent) => agent.ipphone === ipphone);
    if (!found) throw new Error(`no agent ${ipphone}`);
    return found;
  }

  /** Waits until the company at which they sit can ring a member's browser. */
  async canRing(person: Person): Promise<void> {
    const registered = async () => (await this.reachable()).includes(person.seat ?? '');
    await expect.poll(registered, `whether ${person.name} can be rung`).toBe(true);
  }

  /** The seats of both companies whose browsers can be rung. */
  private async reachable(): Promise<string[]> {
    const here = (await this.state()).agents.filter((agent) => agent.registered).map((agent) => agent.ipphone);
    return [...here, ...(await new ContactCentre(this.server).open())];
  }

  /** Waits until a call is in a state. */
  async sees(number: string, state: string): Promise<void> {
    const seen = async () => (await this.state()).calls.filter((call) => call.number === number).map((call) => call.state);
    await expect.poll(seen, `the company's calls of ${number}`).toContain(state);
  }

  /** Waits until the company has no calls and no legs: nothing leaks. */
  async isQuiet(): Promise<void> {
    const count = async () => {
      const { calls, legs } = await this.state();
      return { calls: calls.length, legs };
    };
    await expect.poll(count, 'what the company still has').toEqual({ calls: 0, legs: 0 });
  }

  private async post(what: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.server}/sandbox/api/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  }
}
