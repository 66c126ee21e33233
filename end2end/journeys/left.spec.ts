import type { Page, Request } from '@playwright/test';
import { Member } from '../support/member';
import type { Office } from '../support/office';
import { HA, LAN, type Person } from '../support/people';
import { expect, test } from '../support/test';
import { VI } from '../support/words';

// A page that is gone, however it went, leaves the telephone to the next one: nobody has to press anything.
test.use({ house: 'left' });

const BEAT = '**/api/telephone/beat';
const ELSEWHERE = 'Đang mở ở nơi khác';

const asks = (claim: string) => (request: Request) =>
  request.url().endsWith('/api/telephone/beat') && (request.postData() ?? '').includes(`"claim":"${claim}"`);

/** Somebody opens a page at another computer, and closes it at the very moment at which it asks for the telephone. */
async function looksIn(office: Office, person: Person, close: (page: Page) => Promise<unknown>): Promise<void> {
  const context = await office.signedIn(person);
  const page = await context.newPage();
  const closed = new Promise<unknown>((done) => {
    void page.route(BEAT, async (route) => {
      // Both at once: which of the two the server hears first is left to chance.
      const sent = route.continue().catch(() => undefined);
      done(close(page));
      await sent;
    }, { times: 1 });
  });
  await Promise.all([closed, page.goto('/customers').catch(() => undefined)]);
}

for (const person of [LAN, HA]) {
  test(`pages of ${person.name} that are closed while they ask for the telephone do not keep it`, async ({ office }) => {
    test.setTimeout(240_000);
    for (let round = 0; round < 8; round += 1) {
      const close = round % 2 === 0 ? (page: Page) => page.close() : (page: Page) => page.goto('about:blank').catch(() => undefined);
      await looksIn(office, person, close);
      if (round % 4 === 3) {
        const next = await office.agent(person);
        await next.page.close();
      }
    }
    await office.agent(person);
  });
}

test('whoever comes after a browser that died finds the telephone silent and takes it', async ({ office }) => {
  const dead = await office.agent(LAN);
  await dead.dies();
  const next = await office.member(LAN);
  await next.dock.shows(ELSEWHERE);
  await next.dock.isReady();
  await office.control.canRing(LAN);
});

test('a telephone that is in use stays where it is, though another computer knocks', async ({ office }) => {
  const first = await office.agent(LAN);
  const context = await office.signedIn(LAN);
  const asksAgain = context.waitForEvent('request', { predicate: asks('take_if_silent') });
  const knocks = new Member(LAN, context, await context.newPage(), VI);
  await knocks.open('/customers');
  const answer = await (await asksAgain).response();
  expect(await answer?.json()).toMatchObject({ mine: false });
  await knocks.dock.shows(ELSEWHERE);
  await first.dock.isReady();
});
