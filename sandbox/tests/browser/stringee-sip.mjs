// An agent's SIP telephone at the pretend Stringee: its password is set over REST; it is rung, and it calls out.
import { base, api, truth, until } from './harness.mjs';
import { hotlines, sign } from './stringee-harness.mjs';

const name = '1_agent_ha';
const password = 'a-password-of-its-own';

async function rest(method, path, body) {
  const headers = { 'X-STRINGEE-AUTH': sign('', { rest_api: true, icc_api: undefined }) };
  const answer = await fetch(`${base}/stringee/pcc/v1/${path}`, { method, headers, body: JSON.stringify(body) });
  return answer.json();
}

/** A page with a SIP telephone that registers with a password, and remembers what happens. */
async function telephone(context, secret) {
  const page = await context.newPage();
  await page.goto(`${base}/api/state`);
  await page.addScriptTag({ url: `${base}/3c/js/embed/jssip-3.2.10.js` });
  await page.evaluate(
    ([socket, user, given]) => {
      window.happened = [];
      const sockets = [new JsSIP.WebSocketInterface(socket)];
      window.ua = new JsSIP.UA({ sockets, uri: `sip:${user}@sandbox`, password: given, register_expires: 120 });
      for (const event of ['registered', 'registrationFailed']) ua.on(event, () => happened.push(event));
      ua.on('newRTCSession', ({ session, originator }) => {
        window.session = session;
        happened.push(originator);
        for (const event of ['accepted', 'ended', 'failed']) session.on(event, () => happened.push(event));
      });
      ua.start();
    },
    [`${base.replace(/^http/, 'ws')}/stringee/sip`, name, secret],
  );
  return page;
}

const happens = (page, event) => until(event, () => page.evaluate((wanted) => happened.includes(wanted), event));

const media = { mediaConstraints: { audio: true, video: false }, pcConfig: { iceServers: [] } };

export const stringeeSip = {
  async 'a SIP telephone registers with the password that was set for it, and with no other'(context) {
    truth((await rest('PUT', `ipphonecommon/${name}`, { password })).r === 0, 'the password is set');
    await happens(await telephone(context, 'sandbox-access-key'), 'registrationFailed');
    await happens(await telephone(context, password), 'registered');
    await until('it counts', async () => (await api('stringee/state')).agents[0].sip);
  },

  async 'a SIP telephone is rung by a queue, and calls out'(context) {
    await rest('PUT', `ipphonecommon/${name}`, { password });
    const page = await telephone(context, password);
    await happens(page, 'registered');
    await api('stringee/ring', { number: '0911000123', to: hotlines.sales });
    await happens(page, 'remote');
    await page.evaluate((options) => session.answer(options), media);
    await happens(page, 'accepted');
    await api('stringee/hangup', { number: '0911000123' });
    await happens(page, 'ended');
    await page.evaluate(() => void (happened.length = 0));
    await until('free', async () => (await api('stringee/state')).agents.every(({ busy }) => !busy));
    await page.evaluate((options) => void ua.call('sip:0909000214@sandbox', options), media);
    await happens(page, 'accepted');
    await happens(page, 'ended');
  },
};
