// Stringee's side of the panel: its calls, queues, agents and webhooks, and what can go wrong with them.
import { $, button, choose, head, row, seconds } from './parts.js';
import { words } from './words.js';

let last = null;
let spoken = '';

/** Shows the company as it is now. */
export function show(state, language, post) {
  const text = JSON.stringify(state);
  if (text === JSON.stringify(last) && spoken === language) return;
  last = state;
  spoken = language;
  const say = words[language].stringee;
  const some = (rows) => (rows.length ? rows : [row(say.none)]);
  for (const table of ['agents', 'queues', 'calls', 'deliveries']) {
    $(`stringee-${table}-head`).replaceChildren(head(say.columns[table]));
  }
  $('stringee-agents').replaceChildren(...state.agents.map((agent) => agentRow(agent, say, post)));
  $('stringee-queues').replaceChildren(...state.queues.map(({ name, waiting }) => row(name, String(waiting))));
  $('stringee-calls').replaceChildren(...some(state.calls.map((call) => callRow(call, say, post))));
  $('stringee-deliveries').replaceChildren(...some(state.deliveries.map((sent) => deliveryRow(sent, say))));
  const hotlines = state.hotlines.map(({ number, name }) => [number, `${number} ${name}`]);
  choose($('stringee-to'), hotlines, $('stringee-to').value || hotlines[0]?.[0]);
}

/** Says everything in another language. */
export function speak(language, post) {
  const say = words[language].stringee;
  choose($('stringee-mishap'), Object.entries(say.mishaps), $('stringee-mishap').value);
  choose($('stringee-only'), Object.entries(say.hooks), $('stringee-only').value);
  choose($('stringee-recording'), Object.entries(say.recordings), $('stringee-recording').value);
  if (last) show(last, language, post);
}

function agentRow(agent, say, post) {
  const facts = [say.statuses[agent.system_status], agent.manual_status];
  facts.push(agent.pages ? say.online : say.offline);
  if (agent.sip) facts.push(say.sip);
  return row(agent.user, agent.name, facts.join(', '), [
    button(say.drop, () => post('stringee/pages/drop', { user: agent.user })),
    button(say.expire, () => post('stringee/pages/expire', { user: agent.user })),
    button(say.refuse, () => post('stringee/pages/calls', { user: agent.user, r: 11 })),
  ]);
}

function callRow(call, say, post) {
  const { number } = call;
  const acts = [button(say.hangup, () => post('stringee/hangup', { number }))];
  if (call.state === 'dialling') {
    acts.push(button(say.answer, () => post('stringee/answer', { number })));
    acts.push(button(say.busy, () => post('stringee/refuse', { number, status: 486 })));
    acts.push(button(say.unanswered, () => post('stringee/refuse', { number, status: 408 })));
  }
  if (call.state === 'menu') {
    for (const keys of ['1', '2']) acts.push(button(keys, () => post('stringee/keys', { number, keys })));
  }
  return row(number, call.agent ?? '', [say.states[call.state], call.queue].filter(Boolean).join(', '), call.id, acts);
}

function deliveryRow({ hook, what, status, ms, attempt, times: repeated, call }, say) {
  const times = (attempt > 1 ? ` (${say.attempt} ${attempt})` : '') + (repeated > 1 ? ` ×${repeated}` : '');
  return row(hook, what, `${status || say.unreached}${times}`, `${ms} ms`, call);
}

const given = (text) => text || undefined;
const number = (text) => (text ? Number(text) : undefined);

/** Takes what the forms want. */
export function listen(post) {
  const form = (id, act) =>
    $(id).addEventListener('submit', (event) => {
      event.preventDefault();
      act(Object.fromEntries(new FormData(event.target)));
    });
  form('stringee-ring', ({ number: from, to, keys, patience, talk }) =>
    post('stringee/ring', { number: from, to, keys, patience_ms: seconds(patience), talk_ms: seconds(talk) }),
  );
  form('stringee-hooks', ({ what, only, times, ms }) =>
    post('stringee/hooks', { what, only: given(only), times: Number(times), ms: Number(ms) }),
  );
  form('stringee-rest', ({ only, status, r, ms, times }) =>
    post('stringee/rest', { only: given(only), status: number(status), r: number(r), ms: Number(ms), times: number(times) }),
  );
  form('stringee-recordings', ({ answer, after }) => post('stringee/recordings', { answer, after_ms: seconds(after) }));
}
