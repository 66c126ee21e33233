// The page that holds Stringee's browser kit, apart from the application. It turns what the kit says into messages to the
// application, and the application's orders into calls of the kit. What any of it means is not decided here.
//
// To the application (JSON text):    {said, ...}   see domain/src/stringee/callbacks.rs
// From the application (JSON text):  {do, ...}     see domain/src/stringee/orders.rs
(() => {
  'use strict';

  const application = window.parent;
  const home = window.location.origin;
  const kit = window.Stringee;
  const WAIT_FOR_ID_MS = 100;
  const INCOMPLETE = -1; // the kit's own answer where it did not even ask the server

  // The kit writes whole packets to the console, with the numbers of customers in them.
  window.console.log = () => undefined;

  const phones = new Map(); // what is known of each call, by the kit's own object of it
  let client;
  let lost = 0; // how often the connection was lost since it last stood

  function tell(said, more) {
    application.postMessage(JSON.stringify({ said, ...more }), home);
  }

  const text = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const whole = (value) => (Number.isInteger(Number(value)) && value !== null && value !== '' ? Number(value) : INCOMPLETE);
  const later = (then, ms = 0) => window.setTimeout(() => safely(then), ms);

  // The kit must never be stopped in the middle of its own work, and an order that fails must not stop the next one.
  function safely(act, otherwise) {
    try {
      return act();
    } catch (error) {
      window.console.warn(String(error));
      return otherwise && otherwise(error);
    }
  }

  // ---- calls -------------------------------------------------------------------------------------------------------

  function gone(phone) {
    if (phone.isGone) return;
    phone.isGone = true;
    phones.delete(phone.call);
    hush(phone);
    // Calls of the second class stay in their room when the other side hangs up.
    if (phone.second && phone.call.room) safely(() => phone.call.leaveRoom());
    if (id(phone)) tell('gone', { call: id(phone) });
  }

  // At once: the kit lets go of the microphone only when the server has answered, and of a call of the second class never.
  function hush(phone) {
    if (phone.audio) phone.audio.remove();
    for (const stream of phone.local) for (const track of stream.getTracks()) track.stop();
  }

  const id = (phone) => text(phone.call.callId);

  function play(phone, stream) {
    if (!phone.audio) {
      phone.audio = document.createElement('audio');
      phone.audio.autoplay = true;
      document.body.append(phone.audio);
    }
    if (phone.audio.srcObject !== stream) phone.audio.srcObject = stream;
  }

  // The kit keeps the first listener of each name for ever: each is given once, for every call anew.
  function follow(call, second) {
    const phone = { call, second, audio: null, local: [], deaf: false, leaves: false, isGone: false };
    phones.set(call, phone);
    call.on('signalingstate', (state) => {
      const { code, sipCode } = state || {};
      const now = { call: id(phone), incoming: Boolean(call.isIncomingCall), code: whole(code), sip: whole(sipCode) };
      tell('signaling_state', now);
      if (now.code === 5 || now.code === 6 || now.code === -1) later(() => gone(phone));
    });
    call.on('addremotestream', (stream) => safely(() => play(phone, stream)));
    call.on('addlocalstream', (stream) => safely(() => phone.local.push(stream)));
    call.on('otherdevice', (told) => {
      const { type, code } = told || {};
      tell('other_device', { call: id(phone), kind: text(type), code: whole(code) });
      if (type === 'CALL_END' || code === 486 || code === 603) later(() => gone(phone));
    });
    call.on('error', (told) => {
      phone.deaf = true;
      const code = whole(told && told.code);
      tell('error', { call: id(phone), code });
      if (code === 1001) later(() => gone(phone));
    });
    for (const name of ['mediastate', 'info', 'addlocaltrack', 'addremotetrack', 'removelocaltrack', 'removeremotetrack']) {
      call.on(name, () => undefined);
    }
    // The kit itself hangs up a call that the server has forgotten, and tells nobody.
    const hangup = call.hangup;
    call.hangup = (...args) => {
      later(() => {
        if (call.ended && !phone.leaves) gone(phone);
      });
      return hangup.apply(call, args);
    };
    return phone;
  }

  function comesIn(call, second) {
    safely(() => {
      const phone = follow(call, second);
      const { fromNumber, fromAlias, toNumber, toAlias } = call;
      tell('incoming', {
        call: id(phone),
        from: text(fromNumber),
        from_alias: text(fromAlias),
        to: text(toNumber),
        to_alias: text(toAlias),
        second,
      });
      call.ringing(() => undefined);
    });
  }

  // An order without an id is for the call that is being dialled and has none yet, or whose id is not known there yet.
  function named(name) {
    const is = name ? (phone) => id(phone) === name : (phone) => !phone.call.isIncomingCall && !phone.leaves;
    return [...phones.values()].find(is);
  }

  function asText(value) {
    return typeof value === 'string' ? value : safely(() => JSON.stringify(value) || '', () => '');
  }

  function dial({ from, to }) {
    const call = new kit.StringeeCall(client, from, to, false);
    const phone = follow(call, false);
    call.makeCall((answer) => {
      const { r, callId, customDataFromYourServer } = answer || {};
      tell('make_call', { call: text(callId), r: whole(r), to, custom: asText(customDataFromYourServer ?? '') });
      if (r !== 0) later(() => gone(phone));
    });
  }

  // Before the server has named the call there is nothing that could be ended: then it is ended as soon as it has. What
  // does not reach the server is said again when the connection stands.
  function end(phone) {
    if (phone.isGone) return;
    phone.leaves = true;
    hush(phone);
    const { call } = phone;
    if (!call.callId) later(() => end(phone), WAIT_FOR_ID_MS);
    else if (call.isIncomingCall && !call.isAnswered) call.reject(() => gone(phone));
    else {
      call.hangup((answer) => {
        // Without a connection for the sound the kit asks nothing of the server, unless nobody waits for the answer.
        if (answer && answer.r === INCOMPLETE) call.hangup();
        gone(phone);
      });
    }
  }

  function answer(phone) {
    const told = (r) => tell('answered', { call: id(phone), r });
    if (phone.deaf) told(1000);
    else if (phone.call.answeredOnAnotherDevice) told(2);
    else phone.call.answer((answered) => told(whole(answered && answered.r)));
  }

  function hold(phone, on) {
    const told = (answered) => tell('held', { call: id(phone), on, r: whole(answered && answered.r) });
    if (on) phone.call.sendHold(null, told);
    else phone.call.sendUnHold(told);
  }

  function mute(phone, on) {
    safely(() => phone.call.mute(on));
    tell('muted', { call: id(phone), on: Boolean(phone.call.muted) });
  }

  function tone(phone, key) {
    phone.call.sendDtmf(key, (answered) => tell('tone', { call: id(phone), key, r: whole(answered && answered.r) }));
  }

  // Calls of the first class can be passed on to agents only.
  function transfer(phone, to, type) {
    const told = (r) => tell('transferred', { call: id(phone), r });
    const asked = (answered) => told(whole(answered && answered.r));
    if (phone.second) phone.call.transferCall(to, type, 'blind', asked);
    else if (type === 'agent') phone.call.sendTransfer(to, asked);
    else told(null);
  }

  // ---- the connection ----------------------------------------------------------------------------------------------

  function listen() {
    client.on('authen', (answer) => {
      const r = whole(answer && answer.r);
      tell('authen', { r });
      if (r !== 0) return;
      lost = 0;
      for (const phone of phones.values()) if (phone.leaves) later(() => end(phone));
    });
    client.on('disconnect', () => {
      // The kit also says so when it lets go by itself, and then it does not come back.
      if (client.disconnectByUser) return;
      lost += 1;
      tell('disconnect', { attempt: lost });
    });
    client.on('requestnewtoken', () => tell('request_new_token'));
    client.on('incomingcall', (call) => comesIn(call, false));
    client.on('incomingcall2', (call) => comesIn(call, true));
    for (const name of ['connect', 'otherdeviceauthen', 'custommessage', 'messagefromtopic', 'callUpdateFromServer']) {
      client.on(name, () => undefined);
    }
    // The kit looks for calls of the second class among those of the first when the server has forgotten one, and when
    // another device has ended one.
    const find = client.findCallByCallId.bind(client);
    client.findCallByCallId = (name) => {
      const known = name && named(name);
      return find(name) || client.findCall2ByCallId(name) || (known ? known.call : null);
    };
  }

  // Never inside one of the kit's own calls: it would take the attempt for one it is making already, and then let go.
  function connect({ token, servers, api }) {
    later(() => {
      if (!client) {
        client = new kit.StringeeClient(servers, api);
        listen();
      }
      client.connect(token);
    });
  }

  const ORDERS = { answer, end, hold: (phone, { on }) => hold(phone, on), mute: (phone, { on }) => mute(phone, on) };
  ORDERS.tone = (phone, { key }) => tone(phone, key);
  ORDERS.transfer = (phone, { to, type }) => transfer(phone, to, type);

  function carryOut(message) {
    const { do: order, call } = message;
    if (order === 'connect') return connect(message);
    if (order === 'dial') {
      return safely(() => dial(message), () => tell('make_call', { call: '', r: INCOMPLETE, to: message.to, custom: '' }));
    }
    const phone = Object.hasOwn(ORDERS, order) ? named(call) : undefined;
    if (phone) return safely(() => ORDERS[order](phone, message));
    // The application believes in a call that is not here.
    if (call) tell('gone', { call });
    return undefined;
  }

  window.addEventListener('message', (event) => {
    if (event.source !== application || event.origin !== home) return;
    const message = safely(() => JSON.parse(event.data));
    if (message && typeof message.do === 'string') carryOut(message);
  });

  window.addEventListener('pagehide', () => {
    if (!client) return;
    // A reconnection that waits would bring the connection back: it finds nowhere to go.
    client.stringeeServerAddrs = [];
    safely(() => client.disconnect());
  });

  // On an address that is not safe there is no microphone, and the kit would lose every call that comes in: it rings all
  // the same, and the member is told why it cannot be answered.
  function replaceMicrophone() {
    const refuse = () => Promise.reject(new DOMException('not on this address', 'NotAllowedError'));
    const nothing = { getUserMedia: refuse, enumerateDevices: () => Promise.resolve([]) };
    Object.defineProperty(navigator, 'mediaDevices', { value: nothing });
    tell('no_media');
  }

  if (!kit || !kit.StringeeClient) return tell('script_failed', { file: 'stringee.js' });
  if (!navigator.mediaDevices) replaceMicrophone();
  return tell('ready');
})();
