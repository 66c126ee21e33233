import { talk } from '../support/audio';
import { LAN } from '../support/people';
import { expect, test } from '../support/test';

test('a second call rings beside a live one, and takes nothing from it', async ({ office }) => {
  const lan = await office.agent(LAN);
  const id = await lan.hasCustomer('Trịnh Đang Nói', '0911222321');
  await lan.hasCustomer('Trịnh Gọi Chen', '0911222322');
  const customer = await office.phone('0911222321');
  await customer.callHotline();
  const first = lan.dock.card('Trịnh Đang Nói');
  await first.answer();
  await customer.is('talking');
  await first.note('Đang hỏi giá');
  await first.shows('Đã lưu');

  await office.control.ring('0911222322', { agent: '5001', although_busy: true, patience_ms: 60_000 });
  const second = lan.dock.card('Trịnh Gọi Chen');
  await second.shows('Cuộc gọi đến');
  await expect(second.button(lan.words.answer), 'one conversation at a time').toBeDisabled();
  await expect(second.button(lan.words.reject), 'it might end the other').toBeDisabled();
  await first.shows('Đang đàm thoại');
  await expect(lan.page, 'the record of whoever is talked to stays').toHaveURL(new RegExp(`/customers/${id}$`));
  await talk(lan.page, customer.page);

  await office.control.hangUp('0911222322');
  await second.shows('Cuộc gọi nhỡ');
  await first.shows('Đang đàm thoại');
  await talk(lan.page, customer.page);
  await expect(first.root.getByLabel(lan.words.callNote)).toHaveValue('Đang hỏi giá');
  await first.hangUp();
  await first.shows('Đã kết thúc');
  await customer.is('ended');

  await lan.frame.go('calls');
  await expect(lan.calls.rows('Trịnh Đang Nói')).toHaveCount(1);
  await expect(lan.calls.rows('Trịnh Đang Nói')).toContainText('Đã đàm thoại');
  await expect(lan.calls.rows('Trịnh Gọi Chen')).toHaveCount(1);
  await expect(lan.calls.rows('Trịnh Gọi Chen')).toContainText('Cuộc gọi nhỡ');
  await office.control.isQuiet();
});

test('a second call can be taken once the first is over', async ({ office }) => {
  const lan = await office.agent(LAN, { language: 'en' });
  await lan.hasCustomer('Khách Nói Trước', '0911222323');
  await lan.hasCustomer('Khách Chờ Máy', '0911222324');
  await office.control.ring('0911222323', { agent: '5001' });
  const first = lan.dock.card('Khách Nói Trước');
  await first.answer();
  await first.shows('Talking');
  await office.control.ring('0911222324', { agent: '5001', although_busy: true });
  const second = lan.dock.card('Khách Chờ Máy');
  await second.shows('Incoming call');
  await first.hangUp();
  await first.shows('Ended');
  await second.answer();
  await second.shows('Talking');
  await second.hangUp();
  await second.shows('Ended');
  await office.control.isQuiet();
});
