import { LAN } from '../support/people';
import { live } from '../support/pages/live';
import { expect, test } from '../support/test';

test('many pages at once are each their own', async ({ office }) => {
  const lan = await office.member(LAN);
  const names = Array.from({ length: 16 }, (_, i) => `Khách Đồng Thời ${i + 1}`);
  const customers = await Promise.all(names.map(async (name, i) => ({ name, id: await lan.hasCustomer(name, `09112237${10 + i}`) })));
  const cookie = (await lan.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  // Not through the browser's own client: it keeps every page for its trace.
  const titleOf = async (id: string): Promise<string | undefined> => {
    const answer = await fetch(`${office.server.url}/customers/${id}`, { headers: { cookie } });
    const page = await answer.text();
    // A slow machine sends some away for a moment.
    return answer.status === 503 ? titleOf(id) : /<title>(.*?)<\/title>/.exec(page)?.[1];
  };
  const several = Array.from({ length: 12 }, () => customers).flat();
  const titles = await Promise.all(several.map(async ({ name, id }) => ({ name, title: await titleOf(id) })));
  expect(titles.filter(({ name, title }) => title !== `${name} · Alo`)).toEqual([]);
});

test('a page is whole before any script runs', async ({ office }) => {
  const window = await office.window({ javaScriptEnabled: false });
  const lan = await office.member(LAN);
  const id = await lan.hasCustomer('Khách Không Script', '0911223730');
  await window.addCookies(await lan.context.cookies());
  const page = await window.newPage();
  await page.goto(`/customers/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Khách Không Script' })).toBeVisible();
  await expect(page.getByText('0911 223 730')).toBeVisible();
  await page.goto('/customers?q=Khong+Script');
  await expect(page.getByRole('rowheader').getByRole('link')).toHaveText(['Khách Không Script']);
});

test('what is typed before the page is alive stays, and is saved', async ({ office }) => {
  const lan = await office.member(LAN);
  let arrive = (): void => undefined;
  const arrives = new Promise<void>((done) => (arrive = done));
  await lan.context.route('**/*.wasm', async (route) => {
    await arrives;
    await route.continue();
  });
  await lan.page.goto('/customers/new', { waitUntil: 'commit' });
  await lan.form.name.fill('Khách Gõ Sớm');
  await lan.form.number().fill('0911223731');
  arrive();
  await live(lan.page);
  await expect(lan.form.name).toHaveValue('Khách Gõ Sớm');
  await lan.form.create();
  await expect(lan.page.getByRole('heading', { level: 1, name: 'Khách Gõ Sớm' })).toBeVisible();
  await expect(lan.page.getByText('0911 223 731')).toBeVisible();
});
