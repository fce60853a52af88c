import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  HOSTILE_NAMES,
  makeMedia,
  makeTempFolder,
  pictureSource,
  toneSource,
} from '../../../test/fixtures/media-kit.ts';
import { probeMedia } from './probe.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
beforeAll(async () => {
  await makeMedia(...toneSource(1), temp.at('tone.wav'));
  await makeMedia(...pictureSource(1), ...toneSource(1), temp.at('film.mp4'));
});

test('a film: its streams, sizes and rates', async () => {
  const facts = await probeMedia(temp.at('film.mp4'), 'film');
  expect(facts.container).toContain('mp4');
  expect(facts.video).toMatchObject([
    { width: 160, height: 120, codec: 'h264', rate: { num: 25, den: 1 }, frames: 25 },
  ]);
  expect(facts.audio).toMatchObject([{ channels: 1, sampleRate: 48_000, codec: 'aac' }]);
  expect(facts.durationSeconds).toBeCloseTo(1, 1);
});

test.each(HOSTILE_NAMES)('the name %j means nothing', async (name) => {
  const path = temp.at(`${name}.wav`);
  copyFileSync(temp.at('tone.wav'), path);
  expect((await probeMedia(path, 'recording')).audio).toHaveLength(1);
});

test('a name that starts with a dash is no option, relative paths included', async () => {
  const before = process.cwd();
  process.chdir(temp.path);
  try {
    copyFileSync(temp.at('tone.wav'), temp.at('-i.wav'));
    expect((await probeMedia('-i.wav', 'recording')).audio).toHaveLength(1);
  } finally {
    process.chdir(before);
  }
});

test.each([
  ['a playlist of other files', 'list.m3u8', '#EXTM3U\n#EXTINF:1,\ntone.wav\n#EXT-X-ENDLIST\n'],
  ['a concat script', 'list.ffconcat', "ffconcat version 1.0\nfile 'tone.wav'\n"],
  ['a session description', 's.sdp', 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=audio 9 RTP/AVP 0\n'],
  ['text', 'text.wav', 'This is not a sound.\n'.repeat(50)],
  ['noise', 'noise.wav', randomBytes(3)],
  ['zeros', 'zeros.mp4', Buffer.alloc(4096)],
])('%s is refused', async (_, name, content) => {
  writeFileSync(temp.at(name), content);
  await expect(probeMedia(temp.at(name), 'recording')).rejects.toMatchObject({
    category: 'bad-input',
    code: 'media-unreadable',
  });
});

test('a single still picture is no film', async () => {
  await makeMedia(...pictureSource(1), '-frames:v', '1', temp.at('still%03d.png'));
  const bytes = readFileSync(temp.at('still001.png'));
  writeFileSync(temp.at('frame%03d.png'), bytes);
  await expect(probeMedia(temp.at('frame%03d.png'), 'film')).rejects.toMatchObject({
    code: 'media-unreadable',
  });
});
