import { ADMIN } from '../support/people';
import { expect, test } from '../support/test';

test.use({ house: 'sounds of a contact centre' });

/** Half a second of a plain WAV file: a tone, eight thousand samples a second. */
function wav(): Buffer {
  const samples = 4_000;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(8_000, 24);
  file.writeUInt32LE(16_000, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at++) file.writeInt16LE(Math.round(Math.sin(at / 3) * 8_000), 44 + at * 2);
  return file;
}

test('a file that callers hear is checked, uploaded, chosen and listened to', async ({ office }) => {
  const { centre, page, frame } = await office.member(ADMIN, { at: '/profile' });
  await centre.begins();
  await centre.open('/sounds');
  await centre.main.getByRole('button', { name: 'Tải tệp lên' }).click();
  const dialog = page.getByRole('dialog');
  const file = dialog.getByLabel('Tệp WAV hoặc MP3');
  await file.setInputFiles({ name: 'thu.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('no sound at all') });
  await expect(file).toHaveAccessibleDescription(/không phải WAV hay MP3/);
  await file.setInputFiles({ name: 'chao.wav', mimeType: 'audio/wav', buffer: wav() });
  await expect(file).toHaveAccessibleDescription(/WAV, dài 0:00/);
  await dialog.getByLabel('Mô tả').fill('Lời chào ngày lễ');
  await dialog.getByRole('button', { name: 'Tải tệp lên' }).click();
  await expect(frame.told('Đã tải lên chao.wav')).toBeVisible();

  const sound = centre.main.getByRole('listitem').filter({ hasText: 'Lời chào ngày lễ' });
  await expect(sound).toContainText('Chưa dùng ở đâu');
  await sound.getByRole('button', { name: 'Nghe', exact: true }).click();
  await expect.poll(() => page.locator('audio').first().evaluate((audio: HTMLAudioElement) => audio.ended || audio.currentTime > 0)).toBe(true);

  await centre.open('/menus');
  await centre.main.getByRole('link', { name: 'Lời chào' }).click();
  await centre.spot('Lời chào').click();
  await centre.panel.getByRole('radio', { name: 'Phát tệp', exact: true }).check();
  await centre.choice('Tệp âm thanh', centre.panel).selectOption('Lời chào ngày lễ');
  await expect(centre.spot('Lời chào')).toContainText('Phát tệp chao.wav');
  await centre.isKept();
  await centre.open('/sounds');
  await expect(sound.getByRole('link', { name: 'Bước Lời chào' })).toBeVisible();
});
