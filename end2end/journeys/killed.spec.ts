import { setTimeout as pause } from 'node:timers/promises';
import { chromium as browserType } from '@playwright/test';
import { wholeChromium } from '../support/chromium.mjs';
import type { Member } from '../support/member';
import { Office } from '../support/office';
import { ADMIN, HUNG, LAN, QUAN } from '../support/people';
import { expect, test } from '../support/test';

// A page that does not come back is waited for a minute here, not five.
test.use({ house: 'killed', settings: { ALO_LOST_CALL_MINUTES: '1' }, launchOptions: wholeChromium });

/** A call as far as it has come when the tab is killed. */
type Moment = (agent: Member, number: string, office: Office) => Promise<void>;

const rings: Moment = async (agent, number, office) => {
  await office.control.ring(number, { agent: agent.person.seat, patience_ms: 20_000 });
  await agent.dock.card(grouped(number)).shows('Cuộc gọi đến');
};

const answered: Moment = async (agent, number, office) => {
  await rings(agent, number, office);
  await agent.dock.card(grouped(number)).answer();
};

const talks: Moment = async (agent, number, office) => {
  await answered(agent, number, office);
  await agent.dock.card(grouped(number)).shows('Đang đàm thoại');
};

const hungUp: Moment = async (agent, number, office) => {
  await talks(agent, number, office);
  await agent.dock.card(grouped(number)).hangUp();
};

const dialled: Moment = async (agent, number) => {
  await agent.dock.dial(number);
};

const ringsOut: Moment = async (agent, number, office) => {
  await dialled(agent, number, office);
  await agent.dock.card(grouped(number)).shows(/Đang đổ chuông|Đang đàm thoại/);
};

const MOMENTS = [rings, answered, dialled, talks, ringsOut, answered, dialled, hungUp, rings, ringsOut];

test('tabs and browsers are killed in the middle of calls: none is lost, none is there twice, none goes on for ever', async ({ office }) => {
  // Ten tabs one after the other, and a minute of silence.
  test.setTimeout(480_000);
  const numbers: string[] = [];
  const next = (): string => {
    const number = `09112245${20 + numbers.length}`;
    numbers.push(number);
    return number;
  };

  // Two whose browsers are killed and never come back: nobody will tell how their calls ended.
  await killedForGood(office, async (elsewhere) => {
    await talks(await elsewhere.agent(HUNG, { at: '/calls' }), next(), office);
    await rings(await elsewhere.agent(QUAN, { at: '/calls' }), next(), office);
  });

  // One whose tab is killed again and again, and who goes on working in another.
  let lan = await office.agent(LAN, { at: '/calls' });
  for (const reaches of MOMENTS) {
    const number = next();
    await reaches(lan, number, office);
    // Nothing is awaited here: the moment is left to chance.
    await pause(Math.random() * 150);
    await lan.dies();
    lan = await lan.anotherTab('/calls');
    await lan.dock.isReady();
    await office.control.hangUp(number);
    await office.control.canRing(LAN);
  }

  const admin = await office.member(ADMIN, { at: '/calls' });
  for (const number of numbers) {
    const row = admin.calls.rows(grouped(number));
    await expect(async () => {
      await admin.calls.open();
      await expect(row, 'each call is there once').toHaveCount(1, { timeout: 3_000 });
      await expect(row, 'no call goes on for ever').not.toContainText(/Đang (đổ chuông|đàm thoại|quay số|gọi)|Mất liên lạc/, { timeout: 100 });
    }).toPass({ timeout: 120_000, intervals: [500, 3_000] });
  }
});

/** Work in a browser of its own, which is then killed as a whole. */
async function killedForGood(office: Office, work: (elsewhere: Office) => Promise<void>): Promise<void> {
  const running = await browserType.launchServer(wholeChromium);
  const browser = await browserType.connect(running.wsEndpoint());
  const dead = new Promise((done) => browser.once('disconnected', done));
  await work(new Office(browser, office.server));
  running.process().kill('SIGKILL');
  await dead;
}

/** As cards and lists write it. */
function grouped(number: string): string {
  return number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}
