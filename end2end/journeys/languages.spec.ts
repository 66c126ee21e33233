import { talk } from '../support/audio';
import { Dock } from '../support/pages/dock';
import { HUNG } from '../support/people';
import { expect, test } from '../support/test';
import { EN, VI } from '../support/words';

for (const [language, words, number] of [['vi', VI, '0911223201'], ['en', EN, '0911223202']] as const) {
  test(`a whole call in ${language}`, async ({ office }) => {
    const [hung, customer] = await Promise.all([office.agent(HUNG, { language }), office.phone(number)]);
    await expect(hung.page.locator('html')).toHaveAttribute('lang', words.html);
    await hung.customers.startNew();
    await hung.form.name.fill(`Khách ${language}`);
    await hung.form.number().fill(number);
    await hung.form.create();
    await hung.frame.heading(`Khách ${language}`).waitFor();

    await customer.callHotline();
    const card = hung.dock.card(`Khách ${language}`);
    await card.shows(words.state.ringingIn);
    await card.answer();
    await card.shows(words.state.talking);
    await talk(hung.page, customer.page);
    await card.hold();
    await card.shows(words.state.held);
    await card.resume();
    await card.hangUp();
    await card.shows(words.state.ended);
    await card.done();

    await hung.frame.go('calls');
    await expect(hung.frame.heading(words.myCalls)).toBeVisible();
    await expect(hung.calls.rows(`Khách ${language}`).first()).toContainText(words.outcome.answered);
    await hung.calls.openStory(`Khách ${language}`);
    await expect(hung.calls.facts).toContainText([words.fact.agentAnswered, words.fact.held, words.fact.resumed, words.fact.ended]);
  });
}

test('the language changes in the middle of a call', async ({ office }) => {
  const hung = await office.agent(HUNG);
  await office.control.ring('0911223203', { agent: '5002' });
  await hung.dock.card('0911 223 203').answer();
  await hung.dock.card('0911 223 203').shows(VI.state.talking);
  await hung.page.getByRole('button', { name: 'English' }).click();
  await expect(hung.frame.heading(EN.customers)).toBeVisible();
  await new Dock(hung.page, EN).shows(EN.state.talking);
  await hung.page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await hung.dock.shows(VI.state.talking);
});
