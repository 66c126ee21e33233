import { chromiumWithoutMicrophone } from '../support/chromium.mjs';
import { LAN } from '../support/people';
import { test } from '../support/test';

test.use({ launchOptions: chromiumWithoutMicrophone });

test('a refused microphone is explained', async ({ office }) => {
  const lan = await office.member(LAN);
  await lan.dock.shows('Trình duyệt đang chặn micro');
  await lan.dock.shows(/cho phép Micro/);
  await lan.dock.button('Kết nối lại ngay').click();
  await lan.dock.shows('Trình duyệt đang chặn micro');
});
