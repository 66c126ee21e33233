/** So many customers are changed together. */
const TOGETHER = 2000;

/**
 * Defines a field with two choices, and gives one of them to so many customers in turn, as a sales desk would.
 * @param {import('./load.mjs').Client} client an admin
 * @returns {Promise<string[]>} addresses of the list with three conditions and the field, the field a column
 */
export async function filtered(client, count) {
  const form = { name: 'Hạng', kind: 'choice', required: false, choices: [{ id: null, name: 'Vàng' }, { id: null, name: 'Bạc' }] };
  const field = await client.call('custom-fields/create', { entity: 'customer', form });
  const ids = await some(client, count);
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const choice = field.choices[(from / TOGETHER) % 2];
    const chosen = { these: ids.slice(from, from + TOGETHER) };
    const deed = { set_custom: { field: field.id, said: [choice.id] } };
    await client.call('records/change', { bulk: { list: 'customers', chosen, deed } });
  }
  return addresses(field.id, field.choices[0].id);
}

async function some(client, count) {
  const ids = [];
  for (let after = null; ids.length < count; ) {
    const page = await client.call('customers/list', { query: { text: '', owner: 'Anyone', sort: 'Activity', after } });
    ids.push(...page.rows.map(({ id }) => id));
    if (!page.next) return ids;
    after = page.next;
  }
  return ids.slice(0, count);
}

function addresses(field, choice) {
  const asked = [
    `all(field:${field}.is.${choice},company.set,do-not-call.unset,created.last.3650)`,
    `all(field:${field}.is-not.${choice},owner.is.nobody,phone.set,company.has.cong ty)`,
    `all(field:${field}.set,any(company.has.an,name.has.lan),do-not-call.unset)`,
  ];
  const columns = `name,company,phone,owner,${field}`;
  return asked.flatMap((filter) =>
    ['', '&sort=name'].map((sort) => `/customers?columns=${columns}&filter=${encodeURIComponent(filter)}${sort}`),
  );
}
