// What goes right: ringing, talking, hold, transfer, calling out.
import { Agent, api, equal, gained, idle, phone, sign, sound, state, truth, until } from './harness.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export const calls = {
  async 'login callbacks come in 3C’s order'(context) {
    const agent = await Agent.ready(context, '5001');
    const names = await agent.names();
    equal(names, ['csShowCallStatus', 'csShowEnableVoice', 'csShowDeviceType', 'csInitComplete'], 'order');
    await agent.hears('csShowCallStatus', 'Online');
    await agent.hears('csShowEnableVoice', true);
    await agent.hears('csShowDeviceType', 1);
  },

  async 'a false or old token is an init error'(context) {
    const agent = await Agent.open(context, '5001', sign('5001', '2001-01-01 00:00:00'));
    await agent.hears('csInitError', 401);
  },

  async 'hotline: ring, answer, sound both ways, hold, mute, keys, end'(context) {
    const agent = await Agent.ready(context, '5001');
    const customer = await phone(context, '0909000222');
    await customer.click('#call');
    await agent.hears('csCallRinging', '0909000222');
    const [, id] = await agent.hears('csCurrentCallId');
    truth(/^\d{14}-[A-Z]{8}-\d+$/.test(id), `call id ${id}`);
    await state(customer, 'queued');
    await agent.do('onAcceptCall');
    await agent.hears('csAcceptCall');
    await state(customer, 'talking');
    await until('sound', async () => (await sound(agent.page)).in > 20);
    const talk = await gained(agent.page);
    truth(talk.in > 40 && talk.out > 40 && talk.energy > 1e-4, `the agent: ${JSON.stringify(talk)}`);
    const other = await gained(customer);
    truth(other.in > 40 && other.out > 40 && other.energy > 1e-4, `the customer: ${JSON.stringify(other)}`);

    await agent.do('holdCall');
    await agent.hears('csHoldCall');
    await state(customer, 'held');
    await pause(300);
    const held = await gained(agent.page);
    truth(held.in < 3, `nothing is heard on hold: ${JSON.stringify(held)}`);
    await agent.do('holdCall');
    await agent.hears('csUnHoldCall');
    await state(customer, 'talking');

    await agent.do('muteCall');
    await agent.hears('csMuteCall');
    const muted = await gained(customer);
    truth(muted.in < 5, `the customer hears nothing of a mute agent: ${JSON.stringify(muted)}`);
    await agent.do('muteCall');
    await agent.hears('csUnMuteCall');

    await agent.do('sendDTMF', '5');
    await until('the key', async () => (await customer.textContent('#keys-heard')).endsWith('5'));
    await agent.do('endCall');
    await agent.hears('csEndCall');
    await state(customer, 'ended');
    await idle();
  },

  async 'the customer hangs up'(context) {
    const agent = await Agent.ready(context, '5001');
    const customer = await phone(context, '0909000222');
    await customer.click('#call');
    await agent.hears('csCallRinging');
    await agent.do('onAcceptCall');
    await agent.hears('csAcceptCall');
    await customer.click('#hangup');
    await agent.hears('csEndCall');
    await idle();
  },

  async 'a call to a customer’s phone page'(context) {
    const agent = await Agent.ready(context, '5001');
    const customer = await phone(context, '0909000333');
    await agent.fresh();
    await agent.do('csCallout', '0909000333');
    equal((await agent.all())[0], ['showCalloutInfo', '0909000333'], 'synchronous acknowledgement');
    await state(customer, 'ringing');
    await agent.hears('csCallRinging', '0909000333');
    await customer.click('#answer');
    await agent.hears('csCustomerAccept');
    const order = ['showCalloutInfo', 'csCallRingingAgent', 'csCurrentCallId', 'csCallRinging', 'csCustomerAccept'];
    equal(await agent.names(), order, 'order');
    await until('sound', async () => (await sound(agent.page)).in > 20);
    truth((await gained(agent.page)).energy > 1e-4, 'the customer is heard');
    await agent.do('holdCall');
    await agent.hears('csHoldCall');
    await state(customer, 'held');
    await agent.do('holdCall');
    await agent.hears('csUnHoldCall');
    const alert = agent.page.waitForEvent('dialog');
    const muting = agent.do('muteCall');
    await (await alert).dismiss();
    await muting;
    await agent.do('endCall');
    await agent.hears('csEndCall');
    await state(customer, 'ended');
    await until('free to call', () => agent.page.evaluate(() => !csVoice.isCallout));
    await idle();
  },

  async 'a virtual customer talks, and hangs up'(context) {
    const agent = await Agent.ready(context, '5001');
    await agent.do('csCallout', '0909000114');
    await agent.hears('csCustomerAccept');
    truth((await gained(agent.page)).energy > 1e-4, 'a voice is heard');
    await agent.hears('csEndCall');
    await idle();
  },

  async 'a call is handed to a colleague'(context) {
    const giver = await Agent.ready(context, '5001');
    const taker = await Agent.ready(context, '5002');
    await api('ring', { agent: '5001', number: '0909000444' });
    await giver.hears('csCallRinging', '0909000444');
    await giver.do('onAcceptCall');
    await giver.hears('csAcceptCall');
    await giver.do('getTransferAgent');
    const [, list] = await giver.hears('csListTransferAgent');
    equal(list.map(({ ipPhone, userName }) => [ipPhone, userName]), [['5002', 'Phạm Văn Hùng']], 'colleagues');

    await giver.do('csTransferCallAgent', '5002');
    const [, request] = await taker.hears('csNewCallTransferRequest');
    equal([request.dropAgentId, request.newAgentId], ['5001', '5002'], 'request');
    await taker.hears('csTransferCallResponse', 'NOK');
    await taker.do('responseTransferAgent', 1);
    await giver.hears('csTransferCallResponse', 'OK');
    await taker.hears('csCallRinging', '0909000444');
    await taker.do('onAcceptCall');
    await taker.hears('csAcceptCall');
    await giver.hears('csEndCall');
    await giver.hears('csTransferCallSuccess');
    await until('sound', async () => (await sound(taker.page)).in > 20);
    await api('hangup', { number: '0909000444' });
    await taker.hears('csEndCall');
    await idle();
  },

  async 'a transfer is refused, or impossible'(context) {
    const giver = await Agent.ready(context, '5001');
    const taker = await Agent.ready(context, '5002');
    await giver.do('csTransferCallAgent', '5002');
    await giver.hears('csTransferCallError', 'NOT_IN_A_CALL');
    await api('ring', { agent: '5001', number: '0909000444' });
    await giver.hears('csCallRinging');
    await giver.do('onAcceptCall');
    await giver.hears('csAcceptCall');
    await giver.do('csTransferCallAgent', '');
    await giver.hears('csTransferCallError', 'NOT_CHOOSE_TYPE_TRANSFER');
    await giver.do('csTransferCallAgent', '5003');
    await giver.hears('csTransferCallError', 'TRANSFER_CALL_FAILED');
    await giver.do('csTransferCallAgent', '5002');
    await taker.hears('csNewCallTransferRequest');
    await taker.do('responseTransferAgent', 0);
    await giver.hears('csTransferCallResponse', 'NOK');
    await until('sound', async () => (await sound(giver.page)).in > 20);
  },

  async 'a call is sent to a queue'(context) {
    const giver = await Agent.ready(context, '5001');
    const other = await Agent.ready(context, '5002');
    await api('ring', { agent: '5001', number: '0909000444' });
    await giver.hears('csCallRinging');
    await giver.do('onAcceptCall');
    await giver.hears('csAcceptCall');
    await giver.do('csTransferCallAcd', 'nowhere');
    await giver.hears('csTransferCallResponse', 'NOK');
    await giver.do('csTransferCallAcd', 'cskh');
    await giver.hears('csTransferCallResponse', 'OK');
    await giver.hears('csEndCall');
    await other.hears('csCallRinging', '0909000444');
  },

  async 'other devices answer by themselves'(context) {
    const agent = await Agent.ready(context, '5001');
    await agent.do('changeDevice', 2);
    await agent.hears('csShowDeviceType', 2);
    await api('ring', { agent: '5001', number: '0909000555', talk_ms: 1000 });
    await agent.hears('csCallRinging', '0909000555');
    await agent.hears('csCurrentCallId');
    await agent.hears('csAcceptCall');
    await agent.hears('csEndCall');
    await agent.fresh();
    await agent.do('csCallout', '0909000114');
    await agent.hears('csCustomerAccept');
    await agent.hears('csEndCall');
    const order = ['showCalloutInfo', 'showCalloutInfo', 'csCurrentCallId', 'csCallRinging', 'csCustomerAccept', 'csEndCall'];
    equal(await agent.names(), order, 'order');
    await agent.do('reConfigDeviceType');
    await agent.hears('csShowDeviceType', 1);
    await idle();
  },
};
