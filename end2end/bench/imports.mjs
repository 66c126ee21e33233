import { setTimeout as pause } from 'node:timers/promises';

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Quốc', 'Hồng', 'Ngọc', 'Thanh', 'Hữu'];
const GIVEN = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Hương', 'Khánh', 'Lan', 'Linh', 'Minh', 'Nam', 'Phúc', 'Quân', 'Thảo', 'Tuấn'];
const TOWNS = ['Hà Nội', 'Huế', 'Đà Nẵng', 'Cần Thơ', 'Hải Phòng', 'Biên Hòa', 'Nha Trang'];

/**
 * Brings so many made-up customers in.
 * @returns how long it took from the file's first byte to the end of the rehearsal, and from there to the end, in seconds
 */
export async function importing(client, count) {
  const begun = performance.now();
  const { status, body } = await client.send('POST', '/customers/import/upload?name=bench.csv', file(count), {
    'content-type': 'application/octet-stream',
  });
  if (status !== 200) throw new Error(`upload: ${status} ${body}`);
  const { id } = JSON.parse(body);
  const { plan } = await client.call('imports/open', { id });
  await client.call('imports/check', { id, plan });
  await reaches(client, id, 'checked');
  const checked = performance.now();
  await client.call('imports/run', { id });
  const { counts } = await reaches(client, id, 'done');
  const done = performance.now();
  if (counts.created + counts.matched !== count) throw new Error(`brought in ${JSON.stringify(counts)}`);
  return { checkedS: (checked - begun) / 1000, doneS: (done - checked) / 1000 };
}

async function reaches(client, id, state) {
  for (;;) {
    const now = await client.call('imports/get', { id });
    if (now.state === state) return now;
    await pause(50);
  }
}

/** As a spreadsheet with Vietnamese heads writes it. */
function file(count) {
  const lines = ['Họ và tên,SĐT,Điện thoại 2,Email,Công ty,Địa chỉ'];
  for (let n = 0; n < count; n += 1) {
    const pick = (list, step) => list[Math.floor(n / step) % list.length];
    const name = `${pick(SURNAMES, 1)} ${pick(MIDDLE, 3)} ${pick(GIVEN, 7)}`;
    const digits = String(n).padStart(7, '0');
    const second = n % 5 === 0 ? `028 ${3_000_0000 + n}` : '';
    const company = n % 3 === 0 ? `Công ty ${pick(GIVEN, 11)} ${pick(MIDDLE, 13)} ${n % 400}` : '';
    lines.push(`${name},093${digits},${second},khach${n}@bench.example,${company},"${n % 300} Lê Lợi, ${pick(TOWNS, 5)}"`);
  }
  return `${lines.join('\r\n')}\r\n`;
}
