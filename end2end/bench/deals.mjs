import { load } from './load.mjs';

/** So many are made at a time. */
const TOGETHER = 8;
/** What is sold; the board is searched for contracts. */
const GOODS = ['Hợp đồng', 'Tổng đài cho chi nhánh', 'Gói bảo trì năm', 'Đơn hàng thiết bị', 'Hợp đồng khung', 'Nâng cấp phần mềm'];

/**
 * Makes deals up, spread over the open stages of the first pipeline.
 * @param {import('./load.mjs').Client} client somebody who may
 * @param {{ id: string }[]} customers whose they are, in turn; without any, nobody's
 */
export async function madeUp(client, count, customers = []) {
  const [pipeline] = await client.call('pipelines/list', {});
  const stages = pipeline.stages.filter(({ kind }) => kind === 'open');
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const form = (n) => ({
    title: `${GOODS[n % GOODS.length]} ${n}`,
    customer: customers[n % customers.length]?.id ?? null,
    company: `Công ty Thương mại Dịch vụ ${n % 200}`,
    amount: String((1 + (n % 97)) * 1_000_000),
    close_on: day(n % 120),
    owner: null,
    stage: stages[n % stages.length].id,
    lost_reason: null,
  });
  await load(TOGETHER, (begun) => begun >= count, (n) => client.call('deals/create', { form: form(n) }));
}
