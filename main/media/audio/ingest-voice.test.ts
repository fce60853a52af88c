import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';
import {
  HOSTILE_NAMES,
  makeMedia,
  makeTempFolder,
  onSmallDisk,
  pictureSource,
  toneSource,
  writeWav,
} from '../../../test/fixtures/media-kit.ts';
import { ingestVoice } from './ingest-voice.ts';
import { readPcm, VOICE_RATE } from './pcm-reader.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
beforeAll(async () => {
  await makeMedia(...toneSource(1), temp.at('tone.wav'));
  await makeMedia(...toneSource(180, 16_000), temp.at('long.wav'));
});

/** Root mean square of an ingested second, leaving out its edges. */
function level(pcmPath: string, fromSecond = 0.2, toSecond = 0.8): number {
  const from = Math.round(fromSecond * VOICE_RATE);
  const values = readPcm(pcmPath, from, Math.round(toSecond * VOICE_RATE) - from);
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** lavfi's sine has an amplitude of 1/8. */
const TONE_LEVEL = 0.125 / Math.SQRT2;

test.each([
  ['16-bit WAV', 'wav', []],
  ['24-bit WAV', 'wav', ['-c:a', 'pcm_s24le']],
  ['float WAV', 'wav', ['-c:a', 'pcm_f32le']],
  ['8-bit WAV', 'wav', ['-c:a', 'pcm_u8']],
  ['8 kHz WAV', 'wav', ['-ar', '8000']],
  ['96 kHz AIFF', 'aiff', ['-ar', '96000']],
  ['22.05 kHz FLAC', 'flac', ['-ar', '22050']],
  ['MP3', 'mp3', ['-c:a', 'libmp3lame']],
  ['AAC', 'm4a', []],
  ['ADTS', 'aac', []],
  ['Vorbis', 'ogg', ['-c:a', 'libvorbis']],
  ['Opus', 'webm', ['-c:a', 'libopus']],
  ['CAF', 'caf', []],
] as const)('%s becomes 16 kHz mono at its own level', async (name, extension, options) => {
  const path = temp.at(`${name}.${extension}`);
  await makeMedia(...toneSource(1), ...options, path);
  const voice = await ingestVoice(path, temp.at('out.pcm'));
  expect(statSync(temp.at('out.pcm')).size).toBe(voice.samples * 2);
  expect(Math.abs(voice.samples - VOICE_RATE)).toBeLessThan(0.06 * VOICE_RATE);
  expect(voice.durationTicks).toBe((voice.samples * TICKS_PER_SECOND) / VOICE_RATE);
  expect(Math.abs(level(temp.at('out.pcm')) / TONE_LEVEL - 1)).toBeLessThan(0.1);
  expect(voice.peak).toBeGreaterThan(0.11);
  expect(voice.isCutOff).toBe(false);
});

test('the length is exact for plain samples', async () => {
  writeWav(temp.at('odd.wav'), new Float32Array(44_101).fill(0.2), 1, 44_100);
  const { samples, sampleRate, channels } = await ingestVoice(
    temp.at('odd.wav'),
    temp.at('odd.pcm'),
  );
  expect([sampleRate, channels]).toEqual([44_100, 1]);
  expect(Math.abs(samples - (44_101 * 16_000) / 44_100)).toBeLessThanOrEqual(1);
});

test.each([1, 2, 3, 6, 8])('a voice on one of %i channels keeps its level', async (channels) => {
  const frames = 48_000;
  const samples = new Float32Array(frames * channels);
  for (let i = 0; i < frames; i++) {
    samples[i * channels + channels - 1] = 0.125 * Math.sin((2 * Math.PI * 440 * i) / 48_000);
  }
  writeWav(temp.at(`c${channels}.wav`), samples, channels, 48_000);
  const voice = await ingestVoice(temp.at(`c${channels}.wav`), temp.at('one.pcm'));
  expect(voice.channels).toBe(channels);
  expect(level(temp.at('one.pcm')) / TONE_LEVEL).toBeCloseTo(1, 1);
});

test('a voice on two channels of opposite polarity does not vanish', async () => {
  const samples = Float32Array.from({ length: 96_000 }, (_, i) => {
    const value = 0.125 * Math.sin((2 * Math.PI * 440 * Math.floor(i / 2)) / 48_000);
    return i % 2 === 0 ? value : -value;
  });
  writeWav(temp.at('opposite.wav'), samples, 2, 48_000);
  await ingestVoice(temp.at('opposite.wav'), temp.at('opposite.pcm'));
  expect(level(temp.at('opposite.pcm')) / TONE_LEVEL).toBeCloseTo(1, 1);
});

test('the sound of a film is taken, at its place on the timeline', async () => {
  const path = temp.at('late.mp4');
  const late = ['-itsoffset', '0.5', ...toneSource(1)];
  await makeMedia(...pictureSource(2), ...late, '-map', '0:v', '-map', '1:a', path);
  const { samples } = await ingestVoice(path, temp.at('late.pcm'));
  expect(samples / VOICE_RATE).toBeCloseTo(1.5, 1);
  expect(level(temp.at('late.pcm'), 0, 0.45)).toBeLessThan(0.001);
  expect(level(temp.at('late.pcm'), 0.55, 1.4) / TONE_LEVEL).toBeCloseTo(1, 1);
});

test('a song with a cover picture is a recording', async () => {
  const path = temp.at('cover.mp3');
  await makeMedia(...toneSource(1), ...pictureSource(0.04), '-map', '0:a', '-map', '1:v',
    '-c:v', 'png', '-disposition:v', 'attached_pic', path); // prettier-ignore
  expect((await ingestVoice(path, temp.at('cover.pcm'))).samples).toBeGreaterThan(15_000);
});

test('the same recording gives the same bytes', async () => {
  await ingestVoice(temp.at('tone.wav'), temp.at('first.pcm'));
  await ingestVoice(temp.at('tone.wav'), temp.at('second.pcm'));
  expect(readFileSync(temp.at('first.pcm')).equals(readFileSync(temp.at('second.pcm')))).toBe(true);
});

test.each(HOSTILE_NAMES.slice(0, 6))(
  'the name %j means nothing, for input and output',
  async (name) => {
    copyFileSync(temp.at('tone.wav'), temp.at(`${name}.wav`));
    await ingestVoice(temp.at(`${name}.wav`), temp.at(`${name}.pcm`));
    expect(statSync(temp.at(`${name}.pcm`)).size).toBe(VOICE_RATE * 2);
    expect(existsSync('owned')).toBe(false);
  },
);

test('a recording that ends early, or is damaged inside, gives what it has and says so', async () => {
  const whole = readFileSync(await makeMedia(...toneSource(8), temp.at('whole.flac')));
  writeFileSync(temp.at('cut.flac'), whole.subarray(0, whole.length / 2));
  const cut = await ingestVoice(temp.at('cut.flac'), temp.at('cut.pcm'));
  expect(cut.isCutOff).toBe(true);
  expect(cut.samples).toBeGreaterThan(VOICE_RATE);
  const film = readFileSync(await makeMedia(...toneSource(8), temp.at('whole.m4a')));
  const at = film.indexOf('mdat') + 4096;
  noise(8192).copy(film, at);
  writeFileSync(temp.at('damaged.m4a'), film);
  expect((await ingestVoice(temp.at('damaged.m4a'), temp.at('cut.pcm'))).isDamaged).toBe(true);
  expect((await ingestVoice(temp.at('whole.m4a'), temp.at('cut.pcm'))).isDamaged).toBe(false);
});

const bad: readonly (readonly [string, (path: string) => Promise<unknown>, string])[] = [
  [
    'silent.wav',
    (path) => makeMedia('-f', 'lavfi', '-i', 'anullsrc', '-t', '1', path),
    'silent-voice',
  ],
  [
    'hiss.wav',
    (path) => makeMedia('-f', 'lavfi', '-i', 'anoisesrc=a=0.0002', '-t', '1', path),
    'silent-voice',
  ],
  [
    'no-samples.wav',
    (path) => Promise.resolve(writeWav(path, new Float32Array(0), 1, 8000)),
    'voice-empty',
  ],
  ['empty.wav', (path) => put(path, ''), 'file-empty'],
  ['text.wav', (path) => put(path, 'Dear diary,\n'.repeat(99)), 'media-unreadable'],
  ['random.mp3', (path) => put(path, noise(3_000_000)), 'media-unreadable'],
  ['header-only.wav', (path) => put(path, 'RIFF\0\0\0\0WAVE'), 'media-unreadable'],
  ['pictures.mp4', (path) => makeMedia(...pictureSource(0.2), path), 'voice-without-sound'],
];

/** Bytes without structure, the same in every run. */
function noise(bytes: number): Buffer {
  const random = SeededRandom.stream(1, 'noise');
  return Buffer.from(Uint32Array.from({ length: bytes / 4 }, () => random.uint32()).buffer);
}

function put(path: string, content: string | Buffer): Promise<void> {
  writeFileSync(path, content);
  return Promise.resolve();
}

test.each(bad)('%s', async (name, make, code) => {
  await make(temp.at(name));
  const before = readdirSync(temp.path).length;
  const failure = ingestVoice(temp.at(name), temp.at('never.pcm'));
  await expect(failure).rejects.toMatchObject({ name: 'AppError', category: 'bad-input', code });
  await expect(failure).rejects.toThrow(/^The recording "[^"]+" .*\.$/);
  expect(readdirSync(temp.path).length).toBe(before);
});

test.each(['wav', 'mp3', 'm4a', 'flac', 'ogg'])(
  'noise in the middle of a .%s ends in a result or one sentence',
  async (extension) => {
    const path = temp.at(`corrupt.${extension}`);
    await makeMedia(...toneSource(2), path);
    const bytes = readFileSync(path);
    noise(bytes.length & ~3).copy(bytes, 200, 0, bytes.length - 400);
    writeFileSync(path, bytes);
    const outcome = await ingestVoice(path, temp.at('corrupt.pcm')).catch(
      (error: unknown) => error,
    );
    expect(outcome).toSatisfy(
      (value: object) => 'samples' in value || ('name' in value && value.name === 'AppError'),
    );
  },
);

test('an aborted ingest leaves nothing', async () => {
  const before = readdirSync(temp.path).length;
  const controller = new AbortController();
  const ingest = ingestVoice(temp.at('long.wav'), temp.at('aborted.pcm'), controller.signal);
  // As soon as the part file exists, the work has begun.
  while (readdirSync(temp.path).length === before) await sleep(1);
  controller.abort();
  await expect(ingest).rejects.toMatchObject({ category: 'cancelled' });
  expect(readdirSync(temp.path).length).toBe(before);
});

test('a full disk is out-of-disk and leaves no file', async ({ skip }) => {
  const ran = await onSmallDisk(async (folder) => {
    await expect(ingestVoice(temp.at('long.wav'), `${folder}/voice.pcm`)).rejects.toMatchObject({
      category: 'out-of-disk',
      code: 'disk-full',
    });
    expect(readdirSync(folder)).toEqual([]);
  });
  if (!ran) skip();
});

test('a missing folder is said in a sentence', async () => {
  await expect(ingestVoice(temp.at('tone.wav'), temp.at('none/voice.pcm'))).rejects.toMatchObject({
    category: 'bad-input',
    code: 'output-folder-missing',
  });
});
