import type { Member } from '../support/member';
import { ADMIN, HA } from '../support/people';
import { expect, test } from '../support/test';

test.use({ house: 'refused' });

/** Numbers that begin so are not called any more. */
async function blocks(admin: Member, prefix: string): Promise<void> {
  const policy = {
    roles: ['admin', 'manager', 'agent'],
    advertising: 'nobody',
    refuse_unwanted: false,
    per_member: null,
    per_number: null,
    blocked: ['1900', prefix],
    international: false,
  };
  const headers = { origin: new URL(admin.page.url()).origin };
  const answer = await admin.context.request.post('/api/telephone/dial-policy-save', { data: { policy }, headers });
  expect(answer.ok()).toBe(true);
}

test('a rule that changes while a number is dialled refuses the call at the provider; dock and call name it', async ({ office }) => {
  const [admin, ha] = [await office.member(ADMIN), await office.agent(HA)];
  // The dock has asked and may dial; before it does, an admin changes the rules.
  await ha.page.route('**/calls/dial-check', async (route) => {
    const response = await route.fetch();
    await blocks(admin, '0911');
    await route.fulfill({ response });
  });
  await ha.dock.dial('0911224501');
  const why = 'Không gọi các số bắt đầu bằng 0911.';
  const card = ha.dock.card('0911 224 501');
  await card.shows(why);
  await expect(ha.dock.root.getByText(why), 'once').toHaveCount(1);
  await card.done();
  await ha.frame.go('calls');
  await ha.calls.openStory('0911 224 501');
  await expect(ha.page.getByRole('main').getByText(why)).toBeVisible();
});
