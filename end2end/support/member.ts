import type { BrowserContext, Page, Response } from '@playwright/test';
import type { Person } from './people';
import { Calls } from './pages/calls';
import { Centre } from './pages/centre';
import { Companies } from './pages/companies';
import { CustomerForm } from './pages/customer-form';
import { CustomerRecord } from './pages/record';
import { Customers } from './pages/customers';
import { Deals } from './pages/deals';
import { Dock } from './pages/dock';
import { Duplicates } from './pages/duplicates';
import { Frame } from './pages/frame';
import { open } from './pages/live';
import { Palette } from './pages/palette';
import { Tasks } from './pages/tasks';
import type { Words } from './words';

/** The server has heard that a page's telephone is connected. */
function hasHeard(answer: Response): boolean {
  if (!answer.url().endsWith('/telephone/beat') || !answer.ok()) return false;
  return (answer.request().postDataJSON() as { beat: { line: { connected: boolean } } }).beat.line.connected;
}

/** Somebody at work: a tab, and every page in it by its name. */
export class Member {
  readonly frame: Frame;
  readonly customers: Customers;
  readonly companies: Companies;
  readonly deals: Deals;
  readonly record: CustomerRecord;
  readonly form: CustomerForm;
  readonly calls: Calls;
  readonly centre: Centre;
  readonly dock: Dock;
  readonly duplicates: Duplicates;
  readonly palette: Palette;
  readonly tasks: Tasks;
  /** Once the server has heard that this page's telephone is connected: it gives nobody a call before. */
  readonly isHeard: Promise<unknown>;

  constructor(
    readonly person: Person,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly words: Words,
  ) {
    this.frame = new Frame(page, words);
    this.customers = new Customers(page, words);
    this.companies = new Companies(page);
    this.deals = new Deals(page);
    this.record = new CustomerRecord(page, words);
    this.form = new CustomerForm(page, words);
    this.calls = new Calls(page, words);
    this.centre = new Centre(page);
    this.dock = new Dock(page, words);
    this.duplicates = new Duplicates(page);
    this.palette = new Palette(page);
    this.tasks = new Tasks(page, words);
    this.isHeard = page.waitForResponse(hasHeard, { timeout: 0 }).catch(() => undefined); // not everybody telephones
  }

  /** Loads an address. */
  async open(address: string): Promise<void> {
    await open(this.page, address);
  }

  /** A second tab of the same browser. */
  async anotherTab(address = '/customers'): Promise<Member> {
    const tab = new Member(this.person, this.context, await this.context.newPage(), this.words);
    await tab.open(address);
    return tab;
  }

  /** The tab dies, as when the browser is killed: nothing of it runs any more. */
  async dies(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    const dead = this.page.waitForEvent('crash');
    // Never answered: who should?
    void session.send('Page.crash').catch(() => undefined);
    await dead;
    await this.page.close();
  }

  /** Their own id. */
  private async id(): Promise<string> {
    const origin = new URL(this.page.url()).origin;
    const answer = await this.context.request.post('/api/staff/colleagues', { data: {}, headers: { origin } });
    if (!answer.ok()) throw new Error(`colleagues: ${answer.status()} ${await answer.text()}`);
    const found = ((await answer.json()) as { id: string; name: string }[]).find(({ name }) => name === this.person.name);
    if (!found) throw new Error(`nobody is called ${this.person.name}`);
    return found.id;
  }

  /** Has a customer from before: not what the test is about, so without the form. */
  async hasCustomer(name: string, number: string, more: { doNotCall?: boolean; company?: string; mine?: boolean } = {}): Promise<string> {
    const owner = more.mine ? await this.id() : null;
    const phone = { id: null, raw: number, label: '', primary: true, do_not_call: more.doNotCall ?? false };
    const form = { name, email: '', company: more.company ?? '', address: '', note: '', owner, phones: [phone] };
    const answer = await this.context.request.post('/api/customers/create', {
      data: { form },
      headers: { origin: new URL(this.page.url()).origin },
    });
    if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** Has a deal of their own from before, with a company of this name. */
  async hasDeal(title: string, more: { company?: string; amount?: string; closeOn?: string } = {}): Promise<string> {
    const form = {
      title,
      customer: null,
      company: more.company ?? 'Công ty Thử',
      amount: more.amount ?? '',
      close_on: more.closeOn ?? '',
      owner: await this.id(),
      stage: null,
      lost_reason: null,
    };
    const headers = { origin: new URL(this.page.url()).origin };
    const answer = await this.context.request.post('/api/deals/create', { data: { form }, headers });
    if (!answer.ok()) throw new Error(`${title}: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** Moves a deal without the page, as a colleague at another computer does. */
  async movesDeal(id: string, version: number, stage: string): Promise<void> {
    const data = { id, to: { version, stage, lost_reason: null } };
    const headers = { origin: new URL(this.page.url()).origin };
    const answer = await this.context.request.post('/api/deals/move', { data, headers });
    if (!answer.ok()) throw new Error(`${id}: ${answer.status()} ${await answer.text()}`);
  }
}
