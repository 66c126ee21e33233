// What goes wrong: every error of a call out, missed calls, lost sockets, stolen voices, late names.
import { Agent, api, equal, idle, phone, seat, sign, sound, state, truth, until } from './harness.mjs';

const errors = [
  ['0909000186', 'IPCC_NOT_CONNECT_CUSTOMER', 486],
  ['0909000108', 'IPCC_NOT_CONNECT_CUSTOMER', 408],
  ['0909000180', 'IPCC_NOT_CONNECT_CUSTOMER', 480],
  ['0909000103', 'IPCC_NOT_CONNECT_CUSTOMER', 403],
  ['0909000104', 'IPCC_NOT_CONNECT_CUSTOMER', 404],
  ['0909000187', 'IPCC_NOT_CONNECT_CUSTOMER', 487],
  ['0909000150', 'IPCC_NOT_CONNECT_CUSTOMER', 500],
  ['0909000110', 'IPCC_NOT_CONNECT_AGENT_ID', ''],
  ['0909000111', 'CALLOUT_AGENT_BUSY', ''],
  ['0909000112', 'CALLOUT_PERMISSION_DENY', ''],
  ['0909000113', 'ERROR_CALLOUT_CONNECT', ''],
];

async function inCall(context) {
  const agent = await Agent.ready(context, '5001');
  await api('ring', { agent: '5001', number: '0909000444' });
  await agent.hears('csCallRinging');
  await agent.do('onAcceptCall');
  await agent.hears('csAcceptCall');
  return agent;
}

export const faults = {
  async 'every error of a call out'(context) {
    const agent = await Agent.ready(context, '5001');
    for (const [number, error, status] of errors) {
      await agent.fresh();
      await agent.do('csCallout', number);
      await agent.hears('showCalloutError', error, status);
      await until('free to call', () => agent.page.evaluate(() => !csVoice.isCallout && !csSession));
    }
    await idle();
  },

  async 'a customer’s page refuses, or does not answer'(context) {
    const agent = await Agent.ready(context, '5001');
    const customer = await phone(context, '0909000333');
    await agent.do('csCallout', '0909000333');
    await state(customer, 'ringing');
    await customer.click('#hangup');
    await agent.hears('showCalloutError', 'IPCC_NOT_CONNECT_CUSTOMER', 480);
    await api('patience', { customer_ms: 1000 });
    await until('free to call', () => agent.page.evaluate(() => !csVoice.isCallout && !csSession));
    await agent.do('csCallout', '0909000333');
    await agent.hears('showCalloutError', 'IPCC_NOT_CONNECT_CUSTOMER', 408);
    await idle();
  },

  async 'what is refused without a word'(context) {
    const agent = await Agent.ready(context, '5001');
    await agent.fresh();
    for (const number of ['+84909000222', '0909 000 222', '113', '0909000115']) await agent.do('csCallout', number);
    equal(await agent.names(), [], 'silence');
  },

  async 'a missed call, and back online'(context) {
    await api('patience', { agent_ms: 1000 });
    const agent = await Agent.ready(context, '5001');
    await api('ring', { agent: '5001', number: '0909000444' });
    await agent.hears('csCallRinging');
    await agent.hears('csShowCallStatus', 'No Answer');
    await agent.hears('csEndCall');
    equal((await seat('5001')).status, 'no_answer', 'status');
    await agent.do('changeCallStatus');
    await until('online', async () => (await seat('5001')).status === 'available');
    await idle();
  },

  async 'another tab takes the voice'(context) {
    const first = await inCall(context);
    const second = await Agent.open(context, '5001');
    await second.hears('csShowEnableVoice', false);
    await first.fresh();
    await second.do('csEnableCall');
    await second.hears('csShowEnableVoice', true);
    await first.hears('csEndCall');
    equal((await first.all()).map(([name]) => name), ['csShowEnableVoice', 'csEndCall'], 'order');
    await idle();
    await until('registered', async () => (await seat('5001')).registered);
    await api('ring', { agent: '5001', number: '0909000444' });
    await second.hears('csCallRinging', '0909000444');
  },

  async 'the voice is stolen and taken back'(context) {
    const agent = await Agent.ready(context, '5001');
    await api('steal', { agent: '5001' });
    await agent.hears('csShowEnableVoice', false);
    await agent.fresh();
    await agent.do('csEnableCall');
    await agent.hears('csShowEnableVoice', true);
  },

  async 'the voice is refused without a word'(context) {
    const agent = await Agent.ready(context, '5001');
    await api('steal', { agent: '5001', keep: true });
    await agent.hears('csShowEnableVoice', false);
    await agent.fresh();
    await agent.do('csEnableCall');
    await agent.do('changeCallStatus');
    await until('later news', async () => (await seat('5001')).status === 'away');
    equal(await agent.names(), ['csShowCallStatus'], 'silence');
  },

  async 'a dropped socket reconnects and the call goes on'(context) {
    const agent = await inCall(context);
    await agent.fresh();
    await api('drop', { agent: '5001' });
    await agent.hears('csNotifyReconnecting', 1, 5);
    await agent.hears('csInitComplete');
    const before = await sound(agent.page);
    await until('sound goes on', async () => (await sound(agent.page)).in > before.in + 20);
    await api('hangup', { number: '0909000444' });
    await agent.hears('csEndCall');
  },

  async 'a socket that stays away gives up'(context) {
    const agent = await Agent.ready(context, '5001');
    await api('drop', { agent: '5001', refuse_ms: 60000 });
    await agent.hears('csOndisconnected');
    equal((await agent.names()).filter((name) => name === 'csNotifyReconnecting').length, 5, 'attempts');
  },

  async 'an expired token is refused at the next connection'(context) {
    const agent = await Agent.ready(context, '5001');
    await api('expire', { agent: '5001' });
    await api('drop', { agent: '5001' });
    await agent.hears('csInitError', 401);
    await agent.fresh();
    await agent.do('csInit', sign('5001', '2098-01-01 00:00:00'), 'demo');
    await agent.hears('csInitComplete');
  },

  async 'no service, no code'(context) {
    await api('login', { answer: 'down' });
    const agent = await Agent.open(context, '5001');
    await agent.hears('csInitError');
  },

  async 'a closed tab ends its call after three seconds'(context) {
    const agent = await inCall(context);
    const start = Date.now();
    await agent.page.close();
    await idle();
    truth(Date.now() - start > 2500, 'the grace was kept');
  },

  async 'names that come late, or never'(context) {
    const agent = await Agent.ready(context, '5001');
    await api('call-id', { rule: 'late', ms: 1500 });
    await api('ring', { agent: '5001', number: '0909000444' });
    await agent.hears('csCallRinging');
    equal((await agent.names()).includes('csCurrentCallId'), false, 'not yet');
    await agent.hears('csCurrentCallId');
    await api('hangup', { number: '0909000444' });
    await agent.hears('csEndCall');
    await agent.fresh();
    await api('call-id', { rule: 'never' });
    await api('ring', { agent: '5001', number: '0909000444', patience_ms: 800 });
    await agent.hears('csEndCall');
    equal((await agent.names()).includes('csCurrentCallId'), false, 'never');
  },
};
