import { test as base } from '@playwright/test';
import { Office } from './office';
import { Server } from './server.mjs';

/**
 * `office`: a working day in a running Alo. One server serves all tests of a worker; tests that change what others
 * rely on take one of their own by naming it: `test.use({ house: 'settings' })`.
 */
export const test = base.extend<{ office: Office }, { house: string; server: Server }>({
  house: ['shared', { option: true, scope: 'worker' }],
  server: [
    async ({ house }, use) => {
      const server = await Server.start({}, undefined);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  office: async ({ browser, server }, use) => {
    const office = new Office(browser, server);
    await use(office);
    await office.close();
  },
});

export { expect } from '@playwright/test';
