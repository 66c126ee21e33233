import { talk } from '../support/audio';
import { Dock } from '../support/pages/dock';
import { HA } from '../support/people';
import { expect, test } from '../support/test';
import { EN, VI } from '../support/words';

for (const [language, words, number] of [['vi', VI, '0911223201'], ['en', EN, '0911223202']] as const) {
  test(`a whole call in ${language}`, async ({ office }) => {
    const [ha, customer] = await Promise.all([office.agent(HA, { language }), office.phone(number)]);
    await expect(ha.page.locator('html')).toHaveAttribute('lang', words.html);
    await ha.customers.startNew();
    await ha.form.name.fill(`Khách ${language}`);
    await ha.form.number().fill(number);
    await ha.form.create();
    await ha.frame.heading(`Khách ${language}`).waitFor();

    await customer.callHotline();
    const card = ha.dock.card(`Khách ${language}`);
    await card.shows(words.state.ringingIn);
    await card.answer();
    await card.shows(words.state.talking);
    await talk(ha.page, customer.page);
    await card.hold();
    await card.shows(words.state.held);
    await card.resume();
    await card.hangUp();
    await card.shows(words.state.ended);
    await card.done();

    await ha.frame.go('calls');
    await expect(ha.frame.heading(words.myCalls)).toBeVisible();
    await expect(ha.calls.rows(`Khách ${language}`).first()).toContainText(words.outcome.answered);
    await ha.calls.openStory(`Khách ${language}`);
    await expect(ha.calls.facts).toContainText([words.fact.agentAnswered, words.fact.held, words.fact.resumed, words.fact.ended]);
  });
}

test('the language changes in the middle of a call', async ({ office }) => {
  const ha = await office.agent(HA);
  await office.control.ring('0911223203', { agent: '5003' });
  await ha.dock.card('0911 223 203').answer();
  await ha.dock.card('0911 223 203').shows(VI.state.talking);
  await ha.page.getByRole('button', { name: 'English' }).click();
  await expect(ha.frame.heading(EN.customers)).toBeVisible();
  await new Dock(ha.page, EN).shows(EN.state.talking);
  await ha.page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await ha.dock.shows(VI.state.talking);
});
