// The customer's phone page at the pretend Stringee: the greeting, keys, the queue, an agent; and being rung.
import { api, gained, phone, state, truth, until } from './harness.mjs';
import { Page, hotlines } from './stringee-harness.mjs';

const customer = '0909000555';

async function calls(page, hotline) {
  await page.selectOption('#hotline', hotline);
  await page.click('#call');
}

const press = (page, key) => page.click(`#keypad button:text-is("${key}")`);

const idle = () =>
  until('nothing is left', async () => {
    const { calls: left, legs } = await api('stringee/state');
    return left.length === 0 && legs === 0;
  });

const waits = (queue) =>
  until(`waits for ${queue}`, async () => (await api('stringee/state')).calls.some((call) => call.queue === queue));

/** Something is heard. */
async function hears(page, what) {
  const { in: packets, energy } = await gained(page);
  truth(packets > 40 && energy > 1e-5, `${what} is heard: ${packets} packets, ${energy}`);
}

export const stringeeCustomer = {
  async 'a customer hears the greeting, presses a key, waits with music, talks to an agent'(context) {
    const page = await phone(context, customer);
    await calls(page, hotlines.menu);
    await state(page, 'menu');
    await hears(page, 'the greeting');
    await press(page, '1');
    await state(page, 'queued');
    await waits('Kinh doanh');
    await hears(page, 'music');
    const agent = await Page.ready(context, 'agent_ha');
    const call = await agent.hears('incomingcall', { fromNumber: '84909000555' });
    truth(call.toAlias === hotlines.menu, 'the hotline is shown');
    await agent.does('answer');
    await state(page, 'talking');
    await agent.listens();
    await hears(page, 'the agent');
    await page.click('#hangup');
    await agent.hears('signalingstate', { code: 6 });
    await idle();
  },

  async 'a key in the sound itself counts in a menu'(context) {
    const page = await phone(context, customer);
    await calls(page, hotlines.menu);
    await state(page, 'menu');
    const keys = () => connections.at(-1).getSenders()[0].dtmf.canInsertDTMF;
    await until('the sound is connected', () => page.evaluate(keys));
    await page.evaluate(() => connections.at(-1).getSenders()[0].dtmf.insertDTMF('2', 200));
    await waits('Chăm sóc khách hàng');
    await page.click('#hangup');
    await idle();
  },

  async 'without a menu a customer waits at once, and is served in turn'(context) {
    const page = await phone(context, customer);
    await calls(page, hotlines.sales);
    await state(page, 'queued');
    await hears(page, 'music');
    await api('stringee/ring', { number: '0911000666', to: hotlines.sales });
    const agent = await Page.ready(context, 'agent_minh');
    await agent.hears('incomingcall', { fromNumber: '84909000555' });
    await agent.does('reject');
    await agent.hears('incomingcall', { fromNumber: '84911000666' });
    await api('stringee/hangup', { number: '0911000666' });
    await page.click('#hangup');
    await idle();
  },

  async 'the other company’s hotline still leads to the other company'(context) {
    const page = await phone(context, customer);
    await calls(page, '19001000');
    await state(page, 'queued');
    const { calls: theirs } = await api('state');
    truth(theirs.some((call) => call.number === customer), 'the call is there');
    await page.click('#hangup');
  },

  async 'the panel shows the company and lets a virtual customer press keys'(context) {
    const panel = await context.newPage();
    await panel.goto(`${(await phone(context, customer)).url().split('/phone')[0]}/panel`);
    await panel.fill('#stringee-ring [name=number]', '0911000777');
    await panel.click('#stringee-ring button');
    await panel.waitForSelector('#stringee-calls button:text-is("2")');
    await panel.click('#stringee-calls button:text-is("2")');
    await waits('Chăm sóc khách hàng');
    await panel.click('#stringee-calls tr td:last-child button');
    await idle();
  },
};
