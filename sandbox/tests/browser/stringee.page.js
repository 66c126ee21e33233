// What runs inside an agent's page: the published SDK, everything that it says, and the calls one after another.
import { StringeeCall, StringeeCall2, StringeeClient } from 'stringee';

const CLIENT = ['connect', 'authen', 'disconnect', 'requestnewtoken', 'otherdeviceauthen', 'custommessage'];
const CALL = ['error', 'addlocalstream', 'addremotestream', 'signalingstate', 'mediastate', 'info', 'otherdevice'];
const CALL2 = ['addlocaltrack', 'addremotetrack', 'removelocaltrack', 'removeremotetrack'];

/** The plain values of what the SDK gives. */
function shown(value) {
  if (value === null || typeof value !== 'object') return value ?? null;
  const plain = Object.entries(value).filter(([, part]) => ['string', 'number', 'boolean'].includes(typeof part));
  return Object.fromEntries(plain);
}

window.heard = [];
window.calls = [];
const note = (name, value) => void heard.push([name, shown(value)]);

function watch(call) {
  calls.push(call);
  for (const name of call instanceof StringeeCall2 ? [...CALL, ...CALL2] : CALL) {
    call.on(name, (value) => {
      note(name, value);
      if (name === 'addremotestream') play(value);
      if (name === 'signalingstate' && value.code >= 5) tidyUp(call);
    });
  }
}

// A StringeeCall2 that is over leaves its connections and the microphone to the page.
function tidyUp(call) {
  for (const track of [...(call.localTracks ?? []), ...(call.subscribedTracks ?? [])]) track.close();
}

function play(stream) {
  window.speaker = new Audio();
  speaker.srcObject = stream;
  speaker.play();
}

/** Makes the client; `renew` gives the token that is asked for when the first one is too old. */
window.agent = (server, renew) => {
  window.client = new StringeeClient([server]);
  for (const name of CLIENT) {
    client.on(name, (value) => {
      note(name, value);
      if (name === 'requestnewtoken' && renew) setTimeout(() => client.connect(renew));
    });
  }
  for (const name of ['incomingcall', 'incomingcall2']) {
    client.on(name, (call) => {
      watch(call);
      const { callId, fromNumber, toNumber, fromAlias, toAlias, fromInternal, customDataFromYourServer } = call;
      note(name, { callId, fromNumber, toNumber, fromAlias, toAlias, fromInternal, customDataFromYourServer });
    });
  }
};

/** Calls somebody; gives what the company says to it. */
window.dial = (from, to, kind, custom) => {
  const call = new { StringeeCall, StringeeCall2 }[kind](client, from, to, false);
  call.custom = custom;
  watch(call);
  return new Promise((done) => call.makeCall((answer) => done(shown(answer))));
};

/** Does something with the last call; gives what the company says to it. */
window.act = (method, ...values) => {
  const call = calls.at(-1);
  const wish = new Promise((done) => call[method](...values, (answer) => done(answer.r)));
  if (method === 'hangup') wish.then(() => tidyUp(call));
  return wish;
};
