import { ContactCentre } from '../support/contact-centre';
import type { Member } from '../support/member';
import { HA } from '../support/people';
import { expect, test } from '../support/test';

test.use({ house: 'reach' });

/** A condition in the dock's answer. */
const condition = (member: Member, name: string) => member.dock.root.getByRole('listitem').filter({ hasText: name });

async function asks(member: Member): Promise<void> {
  await member.dock.button('Kiểm tra lại').click();
}

/** Only this stands in the way. */
async function lacks(member: Member, name: string): Promise<void> {
  await expect(async () => {
    await asks(member);
    await expect(condition(member, name)).toContainText('chưa đạt', { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await expect(member.dock.root.getByRole('listitem').filter({ hasText: 'chưa đạt' })).toHaveCount(1);
  await expect(member.dock.root.getByText('Máy chưa đổ chuông được')).toBeVisible();
}

async function lacksNothing(member: Member): Promise<void> {
  await expect(async () => {
    await asks(member);
    await expect(member.dock.root.getByText('Không có gì cản')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await expect(member.dock.root.getByRole('listitem').filter({ hasText: 'chưa đạt' })).toHaveCount(0);
}

test('the dock says condition by condition why the telephone does not ring', async ({ office }) => {
  test.slow();
  office.watch.expect(/WebSocket/);
  const ha = await office.agent(HA);
  const centre = new ContactCentre(office.server.url);
  await ha.dock.button('Vì sao máy tôi không đổ chuông?').click();
  await lacksNothing(ha);
  await test.step('a break', async () => {
    await ha.dock.button('Tạm nghỉ').click();
    await ha.dock.shows('Đang tạm nghỉ');
    await lacks(ha, 'Đang nhận cuộc gọi');
    await ha.dock.button('Nhận cuộc gọi').click();
    await ha.dock.isReady();
    await lacksNothing(ha);
  });
  await test.step('calls go to a telephone of her own, and back', async () => {
    await centre.sets('agent_ha', { routing_type: 2, phone_number: '84901234567' });
    await lacksNothing(ha);
    await expect(ha.dock.root.getByText('Cuộc gọi đổ về số điện thoại riêng, không đổ về trình duyệt.')).toBeVisible();
    await centre.sets('agent_ha', { routing_type: 1 });
    await lacksNothing(ha);
    await expect(ha.dock.root.getByText('Cuộc gọi đổ về trình duyệt, ứng dụng và điện thoại SIP.')).toBeVisible();
  });
  await test.step('a call, and writing it up', async () => {
    await ha.hasCustomer('Khách Đang Nói', '0911224401', { mine: true });
    await centre.ring('0911224401');
    const card = ha.dock.card('Khách Đang Nói');
    await card.answer();
    await card.shows('Đang đàm thoại');
    await lacks(ha, 'Không có cuộc gọi nào');
    await card.hangUp();
    await card.shows('Đã kết thúc');
    await lacks(ha, 'Không đang ghi lại cuộc gọi vừa xong');
    await card.done();
    await lacksNothing(ha);
  });
  await test.step('the line is gone', async () => {
    await centre.drop('agent_ha', 15_000);
    await expect(condition(ha, 'Trang này đã đăng nhập tổng đài'), 'without asking anybody').toContainText('chưa đạt');
    await expect(async () => {
      await asks(ha);
      await expect(condition(ha, 'Có nơi để đổ chuông')).toContainText('chưa đạt', { timeout: 1_000 });
    }).toPass({ timeout: 12_000 });
    // The kit tries again after pauses that grow.
    const signedIn = condition(ha, 'Trang này đã đăng nhập tổng đài');
    await expect(signedIn).not.toContainText('chưa đạt', { timeout: 30_000 });
  });
  await test.step('the provider does not know the seat', async () => {
    await centre.forgets('agent_ha');
    await asks(ha);
    await expect(condition(ha, 'Tổng đài biết máy lẻ')).toContainText('chưa đạt');
  });
});
