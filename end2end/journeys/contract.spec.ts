import { hears, hearsNothing, talk } from '../support/audio';
import type { Member } from '../support/member';
import { grouped } from '../support/numbers';
import type { Office } from '../support/office';
import type { CallCard } from '../support/pages/call-card';
import { TELEPHONES, type Telephone } from '../support/telephones';
import { expect, test } from '../support/test';

// One contract for every telephone company: the same scenes, played through the browser, make the same calls in the log.
test.use({ house: 'contract' });

interface Stage {
  office: Office;
  telephone: Telephone;
  agent: Member;
  /** A customer's number of this scene only; the last two digits decide how a customer without a telephone behaves. */
  number: string;
}

/** What the log must say in the end, of the scene's number. */
type Logged = (string | RegExp)[];

interface Scene {
  name: string;
  /** The last three digits of its number. */
  ending: string;
  logged: Logged;
  play(stage: Stage): Promise<void>;
  /** Why a company need not play it. */
  impossible?(telephone: Telephone): string | false;
}

async function ringing({ office, telephone, agent, number }: Stage): Promise<CallCard> {
  await telephone.rings(office, number);
  const card = agent.dock.card(grouped(number));
  await card.shows('Cuộc gọi đến');
  return card;
}

async function talking(stage: Stage): Promise<CallCard> {
  const card = await ringing(stage);
  await card.answer();
  await card.shows('Đang đàm thoại');
  await hears(stage.agent.page, 'the agent');
  return card;
}

async function dialled({ agent, number }: Stage): Promise<CallCard> {
  await agent.dock.dial(number);
  return agent.dock.card(grouped(number));
}

const inbound: Scene[] = [
  {
    name: 'a call in, the member hangs up',
    ending: '100',
    logged: ['Gọi đến', 'Đã đàm thoại'],
    async play(stage) {
      const card = await talking(stage);
      await card.hangUp();
      await card.shows('Đã kết thúc');
    },
  },
  {
    name: 'a call in, the customer hangs up',
    ending: '101',
    logged: ['Gọi đến', 'Đã đàm thoại'],
    async play(stage) {
      const card = await talking(stage);
      await stage.telephone.hangsUp(stage.office, stage.number);
      await card.shows('Đã kết thúc');
    },
  },
  {
    name: 'missed',
    ending: '102',
    logged: ['Gọi đến', 'Cuộc gọi nhỡ'],
    async play(stage) {
      const card = await ringing(stage);
      await stage.telephone.hangsUp(stage.office, stage.number);
      await card.shows('Cuộc gọi nhỡ');
    },
  },
  {
    name: 'rejected',
    ending: '105',
    logged: ['Gọi đến', 'Đã từ chối'],
    async play(stage) {
      const card = await ringing(stage);
      await card.reject();
      await card.shows('Đã từ chối');
      await stage.telephone.hangsUp(stage.office, stage.number);
    },
  },
];

const inACall: Scene[] = [
  {
    name: 'hold',
    ending: '106',
    logged: ['Gọi đến', 'Đã đàm thoại'],
    async play(stage) {
      const card = await talking(stage);
      await card.hold();
      await card.shows('Đang giữ máy');
      await hearsNothing(stage.agent.page, stage.agent.page);
      await card.resume();
      await card.shows('Đang đàm thoại');
      await hears(stage.agent.page, 'the agent again');
      await card.hangUp();
      await card.shows('Đã kết thúc');
    },
  },
  {
    name: 'mute',
    ending: '107',
    logged: ['Gọi đến', 'Đã đàm thoại'],
    async play(stage) {
      const card = await talking(stage);
      await card.mute();
      await card.shows('Đã tắt micro');
      await card.unmute();
      await card.shows('Đang đàm thoại');
      await card.hangUp();
    },
  },
  {
    name: 'passed on to a colleague',
    ending: '109',
    logged: ['Gọi đến', 'Đã đàm thoại'],
    async play(stage) {
      const { office, telephone, number } = stage;
      const card = await talking(stage);
      const colleague = await office.agent(telephone.colleague);
      const passed = await telephone.passesOn(card, colleague, grouped(number));
      await passed.answer();
      await passed.shows('Đang đàm thoại');
      await hears(colleague.page, 'the colleague');
      await card.shows('Đã chuyển');
      await passed.hangUp();
      await passed.shows('Đã kết thúc');
    },
  },
  {
    name: 'a second call rings while talking',
    ending: '116',
    logged: ['Gọi đến', 'Đã đàm thoại'],
    impossible: (telephone) => telephone.ringsAlthoughBusy === undefined && 'this company rings nobody who talks',
    async play(stage) {
      const { office, telephone, agent } = stage;
      const first = await talking(stage);
      const other = `${telephone.prefix}117`;
      await telephone.ringsAlthoughBusy?.(office, other);
      const second = agent.dock.card(grouped(other));
      await second.shows('Cuộc gọi đến');
      await first.hangUp();
      await first.shows('Đã kết thúc');
      await second.answer();
      await second.shows('Đang đàm thoại');
      await second.hangUp();
      await second.shows('Đã kết thúc');
    },
  },
  {
    name: 'the connection breaks and comes back',
    ending: '118',
    logged: ['Gọi đến', 'Đã đàm thoại'],
    async play(stage) {
      stage.office.watch.expect(/WebSocket/);
      const card = await talking(stage);
      const again = stage.agent.page.waitForEvent('websocket'); // until it is opened anew the dock may not have noticed
      await stage.telephone.breaks(stage.office);
      await again;
      await stage.agent.dock.isReady();
      await card.shows('Đang đàm thoại');
      await hears(stage.agent.page, 'the agent, afterwards');
      await stage.telephone.hangsUp(stage.office, stage.number);
      await card.shows('Đã kết thúc');
    },
  },
  {
    name: 'the tab is lost',
    ending: '119',
    logged: ['Gọi đến', 'Đã đàm thoại'],
    async play(stage) {
      await talking(stage);
      await stage.agent.dies();
      stage.agent = await stage.agent.anotherTab('/calls');
      await stage.agent.dock.isReady();
      await stage.telephone.hangsUp(stage.office, stage.number);
    },
  },
];

/** By the last digits of their number. */
const FAILURES: [ending: string, what: string][] = [
  ['186', 'Máy bận'],
  ['187', 'Không bắt máy'],
  ['104', 'Không liên lạc được'],
  ['180', 'Thuê bao tạm thời không liên lạc được'],
];

const outbound: Scene[] = [
  {
    name: 'a call out with sound both ways, held, and ended by the customer',
    ending: '200',
    logged: ['Gọi đi', 'Đã đàm thoại'],
    async play(stage) {
      const customer = await stage.office.phone(stage.number);
      const card = await dialled(stage);
      await customer.is('ringing');
      await card.shows('Đang đổ chuông');
      await customer.answer();
      await card.shows('Đang đàm thoại');
      await talk(stage.agent.page, customer.page);
      await card.hold();
      await customer.is('held');
      await hears(customer.page, 'the customer on hold');
      await card.resume();
      await customer.is('talking');
      await card.press('5');
      await customer.heardKeys('5');
      await customer.hangUp();
      await card.shows('Đã kết thúc');
    },
  },
  {
    name: 'given up before the customer answers',
    ending: '260',
    logged: ['Gọi đi', 'Đã hủy trước khi khách bắt máy'],
    async play(stage) {
      const card = await dialled(stage);
      await card.shows('Đang đổ chuông');
      await card.hangUp();
      await card.shows('Đã hủy trước khi khách bắt máy');
    },
  },
  ...FAILURES.map(([ending, what]) => ({
    name: `a call out fails: ${what}`,
    ending,
    logged: ['Gọi đi', what],
    async play(stage: Stage) {
      const card = await dialled(stage);
      await card.shows(what);
    },
  })),
];

for (const telephone of TELEPHONES) {
  test.describe(telephone.name, () => {
    for (const scene of [...inbound, ...inACall, ...outbound]) {
      if (scene.impossible?.(telephone)) continue;
      test(scene.name, async ({ office }) => {
        const number = `${telephone.prefix}${scene.ending}`;
        const stage = { office, telephone, number, agent: await office.agent(telephone.agent) };
        await scene.play(stage);
        await telephone.isQuiet(office);
        await logs(stage.agent, number, scene.logged);
      });
    }
  });
}

/** The call is in the log once, as it was. */
async function logs(agent: Member, number: string, logged: Logged): Promise<void> {
  await agent.frame.go('calls');
  const row = agent.calls.rows(grouped(number));
  await expect(row).toHaveCount(1);
  for (const text of logged) await expect(row).toContainText(text);
}
