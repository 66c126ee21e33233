import { live } from '../support/pages/live';
import { SignIn } from '../support/pages/sign-in';
import { LAN, PASSWORD } from '../support/people';
import { expect, test } from '../support/test';
import { EN, VI } from '../support/words';

test('whoever signs in goes where they wanted to go', async ({ office }) => {
  const page = await (await office.window()).newPage();
  const signIn = new SignIn(page, VI);
  await signIn.open('/calls');
  await expect(page).toHaveURL(/\/sign-in\?next=\/calls$/);
  await signIn.as(LAN.email, PASSWORD);
  await expect(page).toHaveURL(/\/calls$/);
  await expect(page.getByRole('heading', { level: 1, name: VI.myCalls })).toBeVisible();
});

test('the sign-in page of a demonstration fills itself in', async ({ office }) => {
  const page = await (await office.window()).newPage();
  const signIn = new SignIn(page, VI);
  await signIn.open();
  await page.getByRole('button', { name: `Điền tài khoản của ${LAN.name}` }).click();
  await signIn.submit();
  await expect(page).toHaveURL(/\/customers$/);
});

test('signing in needs no program, which is fetched meanwhile for what comes after', async ({ office }) => {
  const page = await (await office.window()).newPage();
  const signIn = new SignIn(page, VI);
  const program = page.waitForResponse(/\/pkg\/alo\.\w+\.wasm$/);
  await signIn.open();
  await expect(page.locator('script[src], link[rel=modulepreload]')).toHaveCount(0);
  await (await program).finished();
  await signIn.as(LAN.email, PASSWORD);
  await live(page);
  const carried = await page.evaluate(() => {
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return loaded.find(({ name }) => /alo\.\w+\.wasm$/.test(name))?.transferSize;
  });
  expect(carried, 'it is there already').toBe(0);
});

test('the sign-in page speaks the other language, and what is typed stays', async ({ office }) => {
  const page = await (await office.window()).newPage();
  const signIn = new SignIn(page, VI);
  await signIn.open('/missed');
  await page.getByLabel(VI.email, { exact: true }).fill(LAN.email);
  await page.getByLabel(VI.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Tiếng Việt' })).toBeFocused();
  await expect(page.getByLabel(EN.email, { exact: true })).toHaveValue(LAN.email);
  await new SignIn(page, EN).submit();
  await expect(page, 'the way on stays, too').toHaveURL(/\/missed$/);
});

test('a wrong password and an unknown member are refused alike', async ({ office }) => {
  const page = await (await office.window()).newPage();
  const signIn = new SignIn(page, VI);
  await signIn.open('/customers/new');
  for (const email of [LAN.email, 'khong-co-ai@alo.demo']) {
    await signIn.as(email, 'not the password');
    await expect(signIn.refusal).toHaveText('Email hoặc mật khẩu không đúng.');
    await expect(page).toHaveURL(/problem=wrong/);
  }
  await signIn.as(LAN.email, PASSWORD);
  await expect(page, 'the way on survives a mistake').toHaveURL(/\/customers\/new$/);
});

test('guessing is made slow', async ({ office }) => {
  const page = await (await office.window()).newPage();
  const signIn = new SignIn(page, VI);
  await signIn.open();
  for (let guess = 0; guess < 6; guess += 1) {
    await signIn.as('nan-nhan@alo.demo', `guess ${guess}`);
    await expect(signIn.refusal).toBeVisible();
  }
  await expect(signIn.refusal).toHaveText(/Thử quá nhiều lần\. Hãy thử lại sau \d+ giây\./);
});

test('signing out ends the session', async ({ office }) => {
  // A telephone that came in this very moment is given back once the session is over.
  office.watch.expect(/401 .*\/telephone\/leave/);
  const lan = await office.member(LAN);
  await lan.frame.signOut();
  await expect(lan.page).toHaveURL(/\/sign-in$/);
  await lan.page.goto('/customers');
  await expect(lan.page).toHaveURL(/\/sign-in\?next=/);
});

test('signing out everywhere ends the sessions of other computers', async ({ office }) => {
  // The other computer's page still says that it is there and asks for what has changed, until it learns better.
  office.watch.expect(/401 .*\/api\//, /WebSocket .*HTTP Authentication failed/, /record not found in store/);
  const here = await office.member(LAN, { at: '/profile' });
  const there = await office.member(LAN);
  await here.page.getByRole('button', { name: 'Đăng xuất mọi nơi' }).click();
  await expect(here.page).toHaveURL(/\/sign-in/);
  await there.page.goto('/customers');
  await expect(there.page).toHaveURL(/\/sign-in\?next=/);
});

test('whose session has ended is led to sign in, and back', async ({ office }) => {
  // Whatever the page asks from then on, a heartbeat of the telephone too, is refused.
  office.watch.expect(/401 \(Unauthorized\)/);
  // The telephone is signed in: its frame is not on its way at that moment.
  const lan = await office.agent(LAN);
  await lan.context.clearCookies({ name: 'alo_session' });
  await lan.frame.navigation.getByRole('link', { name: VI.calls, exact: true }).click();
  await expect(lan.page).toHaveURL(/\/sign-in\?next=(\/|%2F)calls$/);
  await new SignIn(lan.page, VI).as(LAN.email, PASSWORD);
  await expect(lan.page).toHaveURL(/\/calls$/);
});
