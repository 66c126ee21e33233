// The control panel: shows the company once a second, and makes its failures happen.
import { button, choose, head, row, seconds } from './parts.js';
import * as stringee from './stringee.js';
import { words } from './words.js';

const $ = (id) => document.getElementById(id);
let language = localStorage.getItem('phone-language') ?? 'vi';
let last = null;

async function post(path, body = {}) {
  const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(new URL(`api/${path}`, document.baseURI), options);
  $('problem').textContent = answer.ok ? '' : await answer.text();
  await refresh();
}

async function refresh() {
  const read = async (path) => (await fetch(new URL(`api/${path}`, document.baseURI))).json();
  const [state, ofStringee] = await Promise.all([read('state'), read('stringee/state')]);
  stringee.show(ofStringee, language, post);
  if (JSON.stringify(state) !== JSON.stringify(last)) {
    last = state;
    show();
  }
}

// ---- showing

function agentRow(agent) {
  const say = words[language];
  const facts = agent.pages ? [say.statuses[agent.status]] : [say.offline];
  if (agent.voice) facts.push(say.voice);
  if (agent.registered) facts.push(say.registered);
  if (agent.call) facts.push(agent.call);
  const keepOut = Number($('faults').elements.keepOut.value) * 1000;
  return row(agent.ipphone, agent.name, facts.join(', '), [
    button(say.drop, () => post('drop', { agent: agent.ipphone, refuse_ms: keepOut })),
    button(say.expire, () => post('expire', { agent: agent.ipphone })),
    button(say.steal, () => post('steal', { agent: agent.ipphone })),
  ]);
}

function callRow(call) {
  const say = words[language];
  const hangUp = button(say.hangup, () => post('hangup', { number: call.number }));
  return row(call.number, call.agent ?? '', say.states[call.state], call.id, hangUp);
}

function show() {
  const say = words[language];
  $('agents-head').replaceChildren(head(say.agentColumns));
  $('calls-head').replaceChildren(head(say.callColumns));
  $('agents').replaceChildren(...last.agents.map(agentRow));
  $('calls').replaceChildren(...(last.calls.length ? last.calls.map(callRow) : [row(say.none)]));
  const chosen = $('ring-to').value;
  const seats = last.agents.map(({ ipphone, name }) => [ipphone, `${ipphone} ${name}`]);
  choose($('ring-to'), [['', `${last.hotline} (${say.hotline})`], ...seats], chosen);
  choose($('login'), Object.entries(say.services), last.login);
  const rule = typeof last.call_ids === 'string' ? last.call_ids : Object.keys(last.call_ids)[0];
  choose($('rule'), Object.entries(say.rules), rule);
}

function speak() {
  document.documentElement.lang = language;
  document.title = words[language].title;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = words[language][element.dataset.text];
  }
  if (last) show();
  stringee.speak(language, post);
}

// ---- acting

$('ring').addEventListener('submit', (event) => {
  event.preventDefault();
  const { number, agent, patience, talk } = Object.fromEntries(new FormData(event.target));
  post('ring', { number, agent: agent || undefined, patience_ms: seconds(patience), talk_ms: seconds(talk) });
});

$('faults').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { login, rule, ms, agent, customer } = Object.fromEntries(new FormData(event.target));
  await post('login', { answer: login });
  await post('call-id', { rule, ms: Number(ms) });
  await post('patience', { agent_ms: seconds(agent), customer_ms: seconds(customer) });
});

$('reset').addEventListener('click', () => post('reset'));
$('language').addEventListener('click', () => {
  language = language === 'vi' ? 'en' : 'vi';
  localStorage.setItem('phone-language', language);
  speak();
});

stringee.listen(post);
speak();
refresh();
setInterval(() => refresh().catch(() => {}), 1000);
