// The page that holds 3C's scripts, apart from the application. It turns what they call into messages to the
// application, and the application's orders into calls of theirs. What any of it means is not decided here.
//
// To the application (JSON text):    {callback, args, voice} | {taken} | {script_failed} | {lacks} | {ready} | {said} | {threw}
// From the application (JSON text):  {order, args}
(() => {
  'use strict';

  // Names (scripts, callbacks, functions) come from the server: they are written down once, in the domain.
  const setup = JSON.parse(document.getElementById('setup').textContent);
  const application = window.parent;
  const home = window.location.origin;
  const SCRIPT_TIMEOUT_MS = 20000;

  // Taken before foreign scripts can replace them: they make dozens of generic globals.
  const { stringify, parse } = JSON;
  const later = window.setTimeout.bind(window);
  const cancel = window.clearTimeout.bind(window);

  let infosShown = 0; // how often showCalloutInfo came: the only acknowledgement of csCallout

  function tell(message) {
    try {
      application.postMessage(stringify(message), home);
    } catch {
      // An argument that cannot be written down must not stop the scripts: they skip the rest of their own work.
    }
  }

  function plain(value) {
    try {
      const text = stringify(value);
      return text === undefined ? null : parse(text);
    } catch {
      return null;
    }
  }

  function asText(value) {
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  }

  function asFlag(value) {
    return value === undefined ? null : Boolean(value);
  }

  function asked(name) {
    try {
      return typeof window[name] === 'function' ? asText(window[name]()) : null;
    } catch {
      return null;
    }
  }

  // May be declared with const: then it is a global, but no property of window.
  function csVoiceOrNothing() {
    return typeof csVoice === 'object' && csVoice !== null ? csVoice : {};
  }

  function snapshot() {
    try {
      const voice = csVoiceOrNothing();
      const info = voice.callInfo || {};
      return {
        is_hold: asFlag(voice.isHold),
        is_callout: asFlag(voice.isCallout),
        enable_voice: asFlag(voice.enableVoice),
        call_id: asText(info.callId) || asText(info.callid) || asText(info.call_id) || asked('getCurrentCallId'),
        hotline: asText(info.hotline) || asText(info.line) || asked('getHotline'),
      };
    } catch {
      return { is_hold: null, is_callout: null, enable_voice: null, call_id: null, hotline: null };
    }
  }

  function listen() {
    for (const name of setup.callbacks) {
      window[name] = (...args) => {
        if (name === 'showCalloutInfo') infosShown += 1;
        tell({ callback: name, args: args.map(plain), voice: snapshot() });
      };
    }
    // The scripts' own alerts would stop the page in the middle of a call.
    window.alert = (text) => tell({ said: String(text) });
  }

  function attempt(name, call, args) {
    try {
      call.apply(window, args);
    } catch (error) {
      tell({ threw: name, text: String(error) });
    }
  }

  function dialled(call, args) {
    const before = infosShown;
    attempt('csCallout', call, args);
    return infosShown > before;
  }

  function dial(call, args) {
    const voice = csVoiceOrNothing();
    const wasCallout = Boolean(voice.isCallout);
    let taken = dialled(call, args);
    if (!taken && wasCallout) {
      // Stuck from an earlier call: it would block all later ones. We are only asked to dial when no call is on.
      voice.isCallout = false;
      taken = dialled(call, args);
    }
    tell({ taken });
  }

  function carryOut({ order, args }) {
    if (!setup.functions.includes(order)) return;
    const call = window[order];
    if (typeof call !== 'function') tell({ lacks: [order] });
    else if (order === 'csCallout') dial(call, args);
    else if (order === 'responseTransferAgent') later(() => attempt(order, call, args), 0); // never inside its callback
    else attempt(order, call, args);
  }

  window.addEventListener('message', (event) => {
    if (event.source !== application || event.origin !== home) return;
    let message;
    try {
      message = parse(event.data);
    } catch {
      return;
    }
    if (message && Array.isArray(message.args)) carryOut(message);
  });

  let left = false;
  function leave() {
    if (left) return;
    left = true;
    const hadVoice = Boolean(csVoiceOrNothing().enableVoice); // read first: unregistering may clear it
    if (typeof window.csUnregister === 'function') attempt('csUnregister', window.csUnregister, []);
    if (hadVoice && typeof window.reConfigDeviceType === 'function') {
      attempt('reConfigDeviceType', window.reConfigDeviceType, []);
    }
  }
  window.addEventListener('pagehide', leave);

  function load(file) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      const timer = later(() => reject(file), SCRIPT_TIMEOUT_MS);
      script.onload = () => {
        cancel(timer);
        resolve();
      };
      script.onerror = () => {
        cancel(timer);
        reject(file);
      };
      script.src = setup.scripts_at + file;
      document.head.append(script);
    });
  }

  async function start() {
    try {
      window.localStorage.setItem('csDebug', 'off'); // else the token is written to the console
    } catch {
      // Storage may be forbidden; the calls work without it.
    }
    listen();
    try {
      for (const file of setup.scripts) await load(file);
    } catch (file) {
      tell({ script_failed: String(file) });
      return;
    }
    listen(); // again: a script may have brought its own
    tell({ lacks: setup.functions.filter((name) => typeof window[name] !== 'function') });
    tell({ ready: true });
  }
  start();
})();
