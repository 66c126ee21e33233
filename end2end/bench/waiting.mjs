import { createHmac } from 'node:crypto';

/** The demonstration's account: see backend/src/demo/sandbox.rs. */
const AGENTS = '/hooks/stringee/sandbox-webhooks-of-the-demonstration/agents';
const SIGNING_KEY = 'sandbox-signing-secret';
const QUEUE = 'QU_SALES';
const HOTLINE = '842471000002';
const WARM_UP = 20;

/** The contact centre asks whom so many waiting calls are given to; each time they are calls of other customers. */
export async function waiting(client, customers, calls, times) {
  const took = [];
  let next = 0;
  for (let time = -WARM_UP; time < times; time += 1) {
    const asked = Array.from({ length: calls }, () => {
      next += 1;
      const from = customers[next % customers.length].number.replace('+', '');
      return { callId: `call-vn-1-BENCH-${next}`, from, to: HOTLINE };
    });
    const body = JSON.stringify({ queueId: QUEUE, projectId: 1, calls: asked });
    const signature = createHmac('sha1', SIGNING_KEY).update(body).digest('base64');
    const headers = { 'content-type': 'application/json', 'x-stringee-signature': signature };
    const before = performance.now();
    const { status, body: answer } = await client.send('POST', AGENTS, body, headers);
    if (time >= 0) took.push(performance.now() - before);
    const answered = status === 200 ? JSON.parse(answer) : {};
    if (answered.version !== 2 || answered.calls.length !== calls) throw new Error(`agents: ${status} ${answer}`);
  }
  return took;
}
