// Calls at the pretend Stringee, with the published SDK: both kinds of call, in and out, with sound, and their troubles.
import { api, equal, phone, state, truth, until } from './harness.mjs';
import { Page, hotlines, sdk } from './stringee-harness.mjs';

const kinds = [
  { kind: 'StringeeCall', class: 'call', rings: 'incomingcall', other: 'CALL_STATE' },
  { kind: 'StringeeCall2', class: 'call2', rings: 'incomingcall2', other: 'CALL2_STATE' },
];
const customer = '0909000222';
const hangsUp = (number = customer) => api('stringee/hangup', { number });

/** A virtual customer calls a hotline. */
const rings = (number = customer, to = hotlines.sales) => api('stringee/ring', { number, to });

/** Nothing is left of any call. */
const idle = () =>
  until('nothing is left', async () => {
    const { calls, legs } = await api('stringee/state');
    return calls.length === 0 && legs === 0;
  });

/** A page whose calls come as one kind; the other agents are not there. */
async function agent(context, kind, user = 'agent_ha') {
  await sdk('class', { user, class: kind.class });
  return Page.ready(context, user);
}

async function talking(context, kind = kinds[0]) {
  const page = await agent(context, kind);
  await rings();
  await page.hears(kind.rings);
  await page.does('answer');
  await page.listens();
  return page;
}

const each = (name, test) =>
  Object.fromEntries(kinds.map((kind) => [`${name} (${kind.kind})`, (context) => test(context, kind)]));

export const stringeeCalls = {
  ...each('a customer calls: ring, answer, sound, hold, keys, hang up', async (context, kind) => {
    const page = await agent(context, kind);
    await rings();
    const call = await page.hears(kind.rings, { fromNumber: '84909000222', toNumber: 'agent_ha' });
    equal(call.toAlias, hotlines.sales, 'hotline');
    truth(/^call-vn-1-[A-Z0-9]{10}-\d+$/.test(call.callId), `call id ${call.callId}`);
    await page.does('ringing');
    await page.does('answer');
    await page.listens();
    const talk = await page.sound();
    truth(talk.in > 40 && talk.out > 40 && talk.energy > 1e-4, `talking: ${JSON.stringify(talk)}`);
    await page.does('sendHold', null);
    const held = await page.sound();
    truth(held.in < 10, `nothing is heard on hold: ${JSON.stringify(held)}`);
    await page.does('sendUnHold');
    truth((await page.sound()).in > 40, 'the customer is back');
    await page.does('sendDtmf', '5');
    await page.does('hangup');
    await idle();
  }),

  ...each('an agent calls a customer’s phone page: sound both ways, mute, hold, keys', async (context, kind) => {
    const page = await agent(context, kind);
    const other = await phone(context, '0909000333');
    const answer = await page.dial('84909000333', { kind: kind.kind });
    equal([answer.r, answer.toType], [0, 'external'], 'taken on');
    await state(other, 'ringing');
    await page.hears('signalingstate', { code: 2, sipCode: 180 });
    await other.click('#answer');
    await page.hears('signalingstate', { code: 3, sipCode: 200 });
    await page.listens();
    const heard = await page.sound();
    truth(heard.in > 40 && heard.energy > 1e-4, `the agent hears: ${JSON.stringify(heard)}`);
    const there = await new Page(other, '0909000333').sound();
    truth(there.in > 40 && there.energy > 1e-4, `the customer hears: ${JSON.stringify(there)}`);
    await page.mute(true);
    const heardThere = async () => (await new Page(other, '0909000333').sound()).energy;
    await until('nothing is heard of a mute agent', async () => (await heardThere()) < 1e-4);
    await page.mute(false);
    await page.does('sendHold', null);
    await state(other, 'held');
    truth((await new Page(other, '0909000333').sound()).in > 40, 'the customer hears music');
    await page.does('sendUnHold');
    await state(other, 'talking');
    await page.does('sendDtmf', '7');
    await until('the key', async () => (await other.textContent('#keys-heard')).endsWith('7'));
    await other.click('#hangup');
    await page.hears('signalingstate', { code: 6 });
    await idle();
  }),

  ...each('a customer hangs up before and after the answer', async (context, kind) => {
    const page = await agent(context, kind);
    await rings();
    await page.hears(kind.rings);
    await hangsUp();
    await page.hears('signalingstate', { code: 6 });
    await page.fresh();
    await rings();
    await page.hears(kind.rings);
    await page.does('answer');
    await page.listens();
    await hangsUp();
    await page.hears('signalingstate', { code: 6 });
    await idle();
  }),

  ...each('a refused call rings at a colleague', async (context, kind) => {
    const ha = await agent(context, kind);
    await rings();
    await ha.hears(kind.rings);
    const minh = await agent(context, kind, 'agent_minh');
    await ha.does('reject');
    await minh.hears(kind.rings, { fromNumber: '84909000222', toNumber: 'agent_minh' });
    await hangsUp();
    await minh.hears('signalingstate', { code: 6 });
    await idle();
  }),

  ...each('busy, unreachable, wrong, never answered', async (context, kind) => {
    const page = await agent(context, kind);
    for (const [number, code, sipCode] of [
      ['84909000186', 5, 486],
      ['84909000180', 6, 480],
      ['84909000104', 6, 404],
      ['84909000108', 6, 408],
    ]) {
      await page.fresh();
      equal((await page.dial(number, { kind: kind.kind })).r, 0, number);
      await page.hears('signalingstate', { code, sipCode });
    }
    await idle();
  }),

  ...each('calls are refused with every code', async (context, kind) => {
    const page = await agent(context, kind);
    for (const r of [1, 2, 4, 5, 8, 11, 12, 17, 18, 19]) {
      await sdk('calls', { user: 'agent_ha', r });
      equal((await page.dial('84909000222', { kind: kind.kind })).r, r, 'code');
    }
    equal((await page.dial('84909000222', { kind: kind.kind, from: '842499999999' })).r, 4, 'a number that is not ours');
    await idle();
  }),

  ...each('another page of the same user answers', async (context, kind) => {
    const first = await agent(context, kind);
    const second = await Page.ready(context, 'agent_ha');
    await rings();
    await first.hears(kind.rings);
    await second.hears(kind.rings);
    await second.does('answer');
    await second.listens();
    await first.hears('otherdevice', { type: kind.other, code: 200 });
    await hangsUp();
    await second.hears('signalingstate', { code: 6 });
    await idle();
  }),

  ...each('a device that is no page answers, or refuses', async (context, kind) => {
    const page = await agent(context, kind);
    for (const code of [486, 200]) {
      await page.fresh();
      await rings();
      await page.hears(kind.rings);
      await sdk('elsewhere', { user: 'agent_ha', code });
      await page.hears('otherdevice', { type: kind.other, code });
      await hangsUp();
      await idle();
    }
  }),

  ...each('a call is passed on to a colleague', async (context, kind) => {
    const ha = await talking(context, kind);
    const minh = await agent(context, kind, 'agent_minh');
    if (kind.class === 'call') await ha.does('sendTransfer', 'agent_minh');
    else await ha.does('transferCall', 'agent_minh', 'agent', 'blind');
    await minh.hears(kind.rings, { fromNumber: '84909000222' });
    await minh.does('answer');
    await minh.listens();
    await ha.hears('signalingstate', { code: 6 });
    truth((await minh.sound()).energy > 1e-4, 'the colleague hears the customer');
    await minh.does('hangup');
    await idle();
  }),

  async 'a call is passed on to a queue'(context) {
    const ha = await talking(context, kinds[1]);
    const minh = await agent(context, kinds[0], 'agent_minh');
    await ha.does('transferCall', 'QU_CARE', 'queue', 'blind');
    await minh.hears('incomingcall', { fromNumber: '84909000222' });
    await hangsUp();
    await idle();
  },

  ...each('a socket is lost in a call, and the call goes on', async (context, kind) => {
    const page = await talking(context, kind);
    await page.fresh();
    await sdk('drop', { user: 'agent_ha' });
    await page.hears('authen', { r: 0 });
    truth((await page.sound()).in > 40, 'the sound goes on');
    await hangsUp();
    await page.hears('signalingstate', { code: 6 });
    await idle();
  }),

  async 'a closed page ends its call'(context) {
    const page = await talking(context);
    await page.page.close();
    await idle();
  },

  async 'packets get lost, come twice and overtake each other'(context) {
    const page = await Page.ready(context, 'agent_ha');
    const dial = async (what) => {
      await page.fresh();
      await sdk('mishaps', { user: 'agent_ha', what, service: 32 });
      equal((await page.dial('84909000200')).r, 0, 'taken on');
      await page.hears('signalingstate', { code: 3 });
      const states = (await page.all()).filter(([name]) => name === 'signalingstate').map(([, { code }]) => code);
      await page.does('hangup');
      await idle();
      return states;
    };
    equal(await dial('lose'), [2, 3], 'the first is lost');
    equal(await dial('repeat'), [1, 1, 2, 3], 'the first comes twice');
    equal(await dial('reorder'), [2, 1, 3], 'the first is overtaken');
  },
};
