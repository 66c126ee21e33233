// The sandbox in a real browser; it must be running:
// node sandbox/tests/browser/run.mjs [http://127.0.0.1:8090/sandbox] [only these, by a part of their name]
import { calls } from './calls.mjs';
import { faults } from './faults.mjs';
import { api, launch, listen } from './harness.mjs';
import { stringeeCalls } from './stringee-calls.mjs';
import { stringeeCustomer } from './stringee-customer.mjs';
import { stringeeDoors } from './stringee-doors.mjs';
import { stringeeSip } from './stringee-sip.mjs';

const only = process.argv[3] ?? '';
const browser = await launch();
let failed = 0;
const all = { ...calls, ...faults, ...stringeeDoors, ...stringeeCalls, ...stringeeCustomer, ...stringeeSip };
for (const [name, test] of Object.entries(all).filter(([name]) => name.includes(only))) {
  await api('reset', {});
  const context = await browser.newContext();
  await listen(context);
  const start = Date.now();
  try {
    await test(context);
    console.log(`ok    ${name} (${Date.now() - start} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n      ${error.message}`);
  }
  await context.close();
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
