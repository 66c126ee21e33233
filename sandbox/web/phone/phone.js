// A customer's telephone: registers one number, calls the hotline, is rung by agents.
import JsSIP from 'jssip';
import { words } from './words.js';

const RTC = { mediaConstraints: { audio: true, video: false }, pcConfig: { iceServers: [], rtcpMuxPolicy: 'require' } };
const KEYS = '123456789*0#';
const SHOWN_AFTER_END_MS = 4000;

const $ = (id) => document.getElementById(id);
const api = (path) => new URL(`api/${path}`, document.baseURI);

let language = localStorage.getItem('phone-language') ?? 'vi';
let ua = null;
let session = null;
let hotlines = [];
let talkingSince = 0;
let customers = [];

// ---- the screen

function setState(state, who = '') {
  document.body.dataset.state = state;
  $('state').textContent = words[language].states[state];
  if (who || state === 'ready') $('who').textContent = who;
  const ringing = state === 'ringing';
  const busy = session !== null;
  $('call').hidden = busy;
  $('call').disabled = !['ready', 'ended', 'busy', 'unanswered', 'microphone'].includes(state);
  $('answer').hidden = !ringing;
  $('hangup').hidden = !busy;
  $('keypad').hidden = !busy || ringing;
  $('timer').hidden = talkingSince === 0;
}

function speak() {
  document.documentElement.lang = language;
  document.title = words[language].title;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = words[language][element.dataset.text];
  }
  $('keypad').setAttribute('aria-label', words[language].keypad);
  showCustomers();
  showHotlines();
  setState(document.body.dataset.state, $('who').textContent);
}

function showCustomers() {
  const rows = customers.map(({ suffix, what }) => {
    const row = document.createElement('tr');
    for (const text of [`…${suffix}`, words[language].customers[what]]) {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  });
  $('customers').replaceChildren(...rows);
}

// The chosen hotline stays chosen; the address may name one (`to`).
function showHotlines() {
  const chosen = $('hotline').value || new URLSearchParams(location.search).get('to') || localStorage.getItem('phone-hotline');
  const options = hotlines.map(({ number, company, name }) => {
    const text = [number, name || null, words[language].companies[company]].filter(Boolean).join(' · ');
    return new Option(text, number, false, number === chosen);
  });
  $('hotline').replaceChildren(...options);
}

function tick() {
  if (talkingSince === 0) return;
  const seconds = Math.floor((Date.now() - talkingSince) / 1000);
  $('timer').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function makeKeypad() {
  for (const key of KEYS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = key;
    button.addEventListener('click', () => session?.isEstablished() && session.sendDTMF(key));
    $('keypad').append(button);
  }
}

// ---- the line

async function useNumber(number) {
  ua?.stop();
  session = null;
  setState('off', number);
  const answer = await fetch(api(`line?number=${encodeURIComponent(number)}`));
  if (!answer.ok) {
    setState('refused', number);
    return;
  }
  const line = await answer.json();
  hotlines = line.hotlines;
  showHotlines();
  localStorage.setItem('phone-number', number);
  const sockets = [new JsSIP.WebSocketInterface(line.socket)];
  ua = new JsSIP.UA({ sockets, uri: line.uri, register_expires: 120, connection_recovery_max_interval: 5 });
  ua.on('registered', () => session ?? setState('ready', number));
  ua.on('disconnected', () => session ?? setState('off', number));
  ua.on('registrationFailed', () => setState('refused', number));
  ua.on('newRTCSession', onSession);
  ua.start();
}

function onSession({ session: made, originator }) {
  if (session) {
    made.terminate({ status_code: 486 });
    return;
  }
  session = made;
  $('keys-heard').textContent = '';
  if (session.connection) play(session.connection);
  session.on('peerconnection', ({ peerconnection }) => play(peerconnection));
  session.on('accepted', onAccepted);
  session.on('newInfo', ({ originator: from, info }) => from === 'remote' && onNote(info.body));
  session.on('newDTMF', ({ originator: from, dtmf }) => from === 'remote' && showKey(dtmf.tone));
  session.on('ended', () => over('ended'));
  session.on('failed', ({ cause, message }) => over(reason(cause, message?.status_code)));
  setState(originator === 'remote' ? 'ringing' : 'dialling', originator === 'remote' ? made.remote_identity.uri.user : $('hotline').value);
}

function onAccepted() {
  talkingSince = Date.now();
  setState('talking', $('who').textContent);
  tick();
}

// The company tells this page where its call stands; hearing a menu or waiting in a queue is not talking.
function onNote(note) {
  if (note === 'queued' || note === 'menu') talkingSince = 0;
  if (note === 'talking' && talkingSince === 0) talkingSince = Date.now();
  if (note in words[language].states) setState(note, $('who').textContent);
  tick();
}

function showKey(key) {
  const shown = $('keys-heard');
  shown.textContent = (shown.textContent || words[language].heard) + key;
}

function play(connection) {
  connection.addEventListener('track', ({ streams, track }) => {
    $('sound').srcObject = streams[0] ?? new MediaStream([track]);
    $('sound').play().catch(() => {});
  });
}

function reason(cause, status) {
  if (cause === JsSIP.C.causes.USER_DENIED_MEDIA_ACCESS) return 'microphone';
  if (status === 486 || status === 600) return 'busy';
  return status === 408 || status === 480 ? 'unanswered' : 'ended';
}

function over(state) {
  session = null;
  talkingSince = 0;
  setState(state);
  setTimeout(() => {
    if (!session && document.body.dataset.state === state && ua?.isRegistered()) setState('ready', $('number').value);
  }, SHOWN_AFTER_END_MS);
}

// ---- the buttons

$('own').addEventListener('submit', (event) => {
  event.preventDefault();
  useNumber($('number').value.trim());
});
$('call').addEventListener('click', () => ua.call(`sip:${$('hotline').value}@sandbox`, RTC));
$('hotline').addEventListener('change', () => localStorage.setItem('phone-hotline', $('hotline').value));
$('answer').addEventListener('click', () => session?.answer(RTC));
$('hangup').addEventListener('click', () => session?.terminate());
$('language').addEventListener('click', () => {
  language = language === 'vi' ? 'en' : 'vi';
  localStorage.setItem('phone-language', language);
  speak();
});
addEventListener('pagehide', () => ua?.stop());

makeKeypad();
setInterval(tick, 500);
const asked = new URLSearchParams(location.search).get('n');
$('number').value = asked ?? localStorage.getItem('phone-number') ?? '0909000111';
speak();
useNumber($('number').value);
fetch(api('customers'))
  .then((answer) => answer.json())
  .then((rows) => {
    customers = rows;
    showCustomers();
  });
