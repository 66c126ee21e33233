// The pretend Stringee's door for agents: tokens, sockets, several pages of one user, and what goes wrong there.
import { base, equal, truth, until } from './harness.mjs';
import { Page, sdk, sign, socket } from './stringee-harness.mjs';

const seconds = () => Math.floor(Date.now() / 1000);
const users = async () => (await sdk('state')).users;

export const stringeeDoors = {
  async 'every false token is told what is wrong with it'(context) {
    const cases = [
      ['', 1],
      ['!.!.!', 2],
      ['agent_ha', 3],
      [sign('agent_ha', {}, { cty: undefined }), 3],
      [sign('agent_ha', {}, { alg: 'none' }), 4],
      [sign('agent_ha', { iss: 'SK.0.other' }), 5],
      [sign('agent_ha', {}, {}, 'another secret'), 6],
      [sign('agent_ha', { exp: seconds() - 1 }), 6],
      [sign('', {}), 7],
    ];
    for (const [token, r] of cases) {
      const agent = await Page.open(context, 'agent_ha', { token });
      await agent.hears('authen', { r });
      await agent.page.close();
    }
    for (const r of [8, 1]) {
      await sdk('authen', { user: 'agent_ha', r });
      const agent = await Page.open(context, 'agent_ha');
      await agent.hears('authen', { r });
      await agent.page.close();
    }
    equal(await users(), {}, 'nobody is in');
  },

  async 'a token that is too old is renewed'(context) {
    const old = sign('agent_ha', { exp: seconds() - 1 });
    const agent = await Page.open(context, 'agent_ha', { token: old, renew: sign('agent_ha') });
    await agent.hears('authen', { r: 6 });
    await agent.hears('requestnewtoken');
    await agent.hears('authen', { r: 0, userId: 'agent_ha' });
  },

  async 'a token expires while its page is connected'(context) {
    const agent = await Page.ready(context, 'agent_ha', { renew: sign('agent_ha', { jti: 'next' }) });
    await sdk('expire', { user: 'agent_ha' });
    await agent.fresh();
    await sdk('drop', { user: 'agent_ha' });
    await agent.hears('disconnect');
    await agent.hears('authen', { r: 6 });
    await agent.hears('authen', { r: 0 });
  },

  async 'a dropped socket comes back, however long it is kept out'(context) {
    const agent = await Page.ready(context, 'agent_ha');
    await agent.fresh();
    await sdk('drop', { user: 'agent_ha', refuse_ms: 1200 });
    await agent.hears('disconnect');
    await agent.hears('authen', { r: 0 });
    const tries = (await agent.names()).filter((name) => name === 'connect').length;
    truth(tries > 1, `${tries} attempts`);
    equal(await users(), { agent_ha: 1 }, 'one socket');
  },

  async 'a slave sends its pages to the master'(context) {
    await sdk('authen', { user: 'agent_ha', r: 15, server: `${socket}?master` });
    const agent = await Page.open(context, 'agent_ha');
    await agent.hears('authen', { r: 0 });
    const [address] = await agent.page.evaluate(() => [client._stringeeServerAddr]);
    truth(address.endsWith('?master'), address);
  },

  async 'a company that falls silent is left and found again'(context) {
    const agent = await Page.ready(context, 'agent_ha');
    await sdk('silence', { user: 'agent_ha', on: true });
    await agent.fresh();
    await agent.hears('disconnect', {}, 45000);
    await agent.hears('authen', { r: 0 });
  },

  async 'pages of one user hear of each other'(context) {
    const first = await Page.ready(context, 'agent_ha');
    const second = await Page.ready(context, 'agent_ha');
    await first.hears('otherdeviceauthen', { status: 'connected' });
    equal(await users(), { agent_ha: 2 }, 'two sockets');
    await second.page.close();
    await first.hears('otherdeviceauthen', { status: 'disconnected' });
  },

  async 'users send each other messages'(context) {
    const ha = await Page.ready(context, 'agent_ha');
    const minh = await Page.ready(context, 'agent_minh');
    const send = (user) =>
      ha.page.evaluate((to) => new Promise((done) => client.sendCustomMessage(to, { a: 1 }, ({ r }) => done(r))), user);
    equal(await send('agent_minh'), 0, 'sent');
    await minh.hears('custommessage', { fromUser: 'agent_ha' });
    equal(await send('nobody'), 1, 'nobody there');
  },

  async 'the address of the socket is told to who has a token'() {
    const ask = async (token) => {
      const answer = await fetch(`${base}/stringee/api/v2/getStringeeServerAddress?access_token=${token}`);
      return answer.json();
    };
    const { r, data } = await ask(sign('agent_ha'));
    const { hostname, port } = new URL(base);
    equal([r, data], [0, { stringeeServerAddrs: { web: [{ ip: hostname, port: Number(port) }] } }], 'address');
    equal((await ask('x')).r, 3, 'refused');
  },

  async 'what is no packet, or too large, harms nobody'(context) {
    const agent = await Page.ready(context, 'agent_ha');
    const closed = await agent.page.evaluate(
      (server) =>
        new Promise((done) => {
          const raw = new WebSocket(server);
          raw.onclose = () => done(true);
          raw.onopen = () => raw.send(JSON.stringify({ service: 2, body: { accesstoken: 'x'.repeat(200000) } }));
        }),
      socket,
    );
    truth(closed, 'closed');
    await agent.page.evaluate(() => {
      for (const text of ['', '[]', '{"service":"x"}', '{"service":31,"body":[]}']) client.socket.socket.send(text);
    });
    equal(await agent.page.evaluate(() => new Promise((done) => client.changeAttribute('a', 'b', ({ r }) => done(r)))), 0, 'still here');
    await until('one socket', async () => (await users()).agent_ha === 1);
  },
};
