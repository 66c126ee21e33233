import { test as base } from '@playwright/test';
import { Office } from './office';
import { Server } from './server.mjs';

/**
 * `office`: a working day in a running Alo. One server serves all tests of a worker; tests that change what others
 * rely on take one of their own by naming it: `test.use({ house: 'settings' })`, with `settings` of its own on wish.
 */
export const test = base.extend<{ office: Office }, { house: string; settings: Record<string, string>; server: Server }>({
  house: ['shared', { option: true, scope: 'worker' }],
  settings: [{}, { option: true, scope: 'worker' }],
  server: [
    async ({ house, settings }, use) => {
      const server = await Server.start(settings, undefined);
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
