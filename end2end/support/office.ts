import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Response } from '@playwright/test';
import { tap } from './audio';
import { Control } from './control';
import { Member } from './member';
import { CustomerPhone } from './pages/customer-phone';
import { PASSWORD, type Person } from './people';
import type { Server } from './server.mjs';
import { Watch } from './watch';
import { EN, VI } from './words';

/** How somebody's browser is set up, and in which language and colours they like the pages. */
export interface Setup extends BrowserContextOptions {
  language?: 'vi' | 'en';
  theme?: 'light' | 'dark' | 'system';
}

/** So long the word that the telephone is given back may take. */
const LEAVING_MS = 1_500;
const isLeave = (answer: Response) => answer.url().endsWith('/telephone/leave');

/** A working day: who is at work, who calls, and whether anything went wrong unnoticed. */
export class Office {
  readonly control: Control;
  readonly watch: Watch;
  private readonly windows: BrowserContext[] = [];
  private readonly members = new Map<BrowserContext, Person>();

  constructor(private readonly browser: Browser, readonly server: Server) {
    this.control = new Control(server.url);
    this.watch = new Watch(server);
  }

  /** A browser window in which nobody is signed in. */
  async window(setup: Setup = {}): Promise<BrowserContext> {
    const { language = 'vi', theme = 'system', ...options } = setup;
    const context = await this.browser.newContext({ baseURL: this.server.url, ...options });
    const cookie = (name: string, value: string) => ({ name, value, url: this.server.url });
    await context.addCookies([cookie('alo_language', language), cookie('alo_theme', theme)]);
    await tap(context);
    this.watch.listen(context);
    this.windows.push(context);
    return context;
  }

  /** Somebody signs in at a computer, and has not opened a page yet. */
  async signedIn(person: Person, setup: Setup = {}): Promise<BrowserContext> {
    const context = await this.window(setup);
    await this.signIn(context, person);
    this.members.set(context, person);
    await this.prefer(context, person, setup);
    return context;
  }

  /** Somebody comes to work: signs in, and sees a page. */
  async member(person: Person, setup: Setup & { at?: string } = {}): Promise<Member> {
    const { at = '/customers', ...window } = setup;
    const context = await this.signedIn(person, window);
    const words = window.language === 'en' ? EN : VI;
    const member = new Member(person, context, await context.newPage(), words);
    await member.open(at);
    return member;
  }

  /** Somebody comes to work and can telephone. */
  async agent(person: Person, setup: Setup & { at?: string } = {}): Promise<Member> {
    const member = await this.member(person, setup);
    await member.dock.isReady();
    await Promise.all([this.control.canRing(person), member.isHeard]);
    return member;
  }

  /** A customer picks up their telephone. */
  async phone(number: string): Promise<CustomerPhone> {
    const context = await this.window();
    const phone = new CustomerPhone(await context.newPage(), number);
    await phone.open();
    return phone;
  }

  /** Everybody goes home; what nobody expected fails the test. */
  async close(): Promise<void> {
    await Promise.all(this.windows.map((window) => this.leave(window)));
    await this.control.reset();
    expect(this.watch.unexpected(), 'what pages and server complained about').toEqual([]);
  }

  /** Leaves things as the next one expects them; in vain where the session has ended. */
  private async tidy(window: BrowserContext, person: Person): Promise<void> {
    await this.writeUp(window);
    await this.prefer(window, person, {});
  }

  /** Writes up what a member left, so that whoever comes next finds no cards of calls that are not theirs. */
  private async writeUp(context: BrowserContext): Promise<void> {
    const headers = { origin: this.server.url };
    const answer = await context.request.post('/api/wrap-up/open', { data: {}, headers });
    if (!answer.ok()) return;
    const { open } = (await answer.json()) as { open: { wrap_up: { call: string } }[] };
    const form = { disposition: null, follow_up: null, done: true };
    for (const { wrap_up } of open) await context.request.post('/api/wrap-up/save', { data: { call: wrap_up.call, form }, headers });
  }

  /** Leaves every page as people do, so that whoever comes next finds the telephone free. */
  private async leave(window: BrowserContext): Promise<void> {
    await window.setOffline(false);
    await window.unrouteAll({ behavior: 'ignoreErrors' });
    const telephone = window.pages().some((page) => page.url().startsWith(this.server.url));
    const givenBack = telephone ? window.waitForEvent('response', { predicate: isLeave, timeout: LEAVING_MS }) : undefined;
    const arrived = givenBack?.catch(() => undefined); // not everybody had the telephone
    await Promise.all(window.pages().map((page) => page.goto('about:blank').catch(() => undefined)));
    await arrived;
    const person = this.members.get(window);
    if (person) await this.tidy(window, person).catch(() => undefined);
    await window.close();
  }

  private async signIn(context: BrowserContext, person: Person): Promise<void> {
    const answer = await context.request.post('/sign-in', {
      form: { email: person.email, password: PASSWORD, next: '' },
      headers: { origin: this.server.url },
      maxRedirects: 0,
    });
    const { location } = answer.headers();
    if (location !== '/customers') throw new Error(`${person.email} cannot sign in: ${answer.status()} ${location}`);
  }

  /** The profile remembers language and colours: each test says what it wants. */
  private async prefer(context: BrowserContext, person: Person, { language = 'vi', theme = 'system' }: Setup): Promise<void> {
    const answer = await context.request.post('/api/profile/edit', {
      data: { form: { name: person.name, language, theme } },
      headers: { origin: this.server.url },
    });
    if (!answer.ok()) throw new Error(`the profile of ${person.email}: ${answer.status()} ${await answer.text()}`);
  }
}
