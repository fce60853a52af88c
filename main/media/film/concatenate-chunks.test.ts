import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DRAFT_FRAME_RATE, TICKS_PER_SECOND } from '#core/time/ticks.ts';
import { MARKING, encodeChunks } from '../../../test/fixtures/film-kit.ts';
import {
  HOSTILE_NAMES,
  makeMedia,
  makeTempFolder,
  onSmallDisk,
  toneSource,
  writeWav,
} from '../../../test/fixtures/media-kit.ts';
import { findTools } from '../ffmpeg/find.ts';
import { concatenateChunks } from './concatenate-chunks.ts';
import type { FilmChunk } from './concatenate-chunks.ts';
import { frameHashes } from '../../../test/support/frame-hashes.ts';
import { probeFilm } from './probe-film.ts';

const LENGTHS = [80, 80, 1, 2, 37, 3, 1];
const FRAMES = LENGTHS.reduce((sum, length) => sum + length, 0);
const rate = DRAFT_FRAME_RATE;
const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
let chunks: FilmChunk[] = [];
beforeAll(async () => {
  mkdirSync(temp.at('chunks'));
  chunks = await encodeChunks(temp.at('chunks'), LENGTHS);
  await makeMedia(...toneSource(2), temp.at('tone.wav'));
});

/** Times of all packets of a stream, in its own units. */
async function packetTimes(path: string, stream: string): Promise<{ pts: number; dts: number }[]> {
  const { ffprobe } = await findTools();
  const shown = ['-show_entries', 'packet=pts,dts', '-of', 'json', '-select_streams', stream];
  const printed = execFileSync(ffprobe.path, ['-v', 'error', ...shown, path], { encoding: 'utf8' });
  return (JSON.parse(printed) as { packets: { pts: number; dts: number }[] }).packets;
}

/** The film's sound as mono or stereo samples at 48 kHz. // [N * channels] */
async function soundOf(path: string, channels: number): Promise<Float32Array> {
  const { ffmpeg } = await findTools();
  const raw = execFileSync(
    ffmpeg.path,
    ['-v', 'error', '-i', path, '-map', '0:a', '-ac', String(channels), '-f', 'f32le', '-'],
    { maxBuffer: 2 ** 28 },
  );
  return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
}

test.each([
  [25, 1],
  [30_000, 1001],
])('at %i/%i: every frame once, at its time, unchanged', async (num, den) => {
  const folder = temp.at(`rate${num}`);
  mkdirSync(folder);
  const own = num === 25 ? chunks : await encodeChunks(folder, LENGTHS, { num, den });
  const film = `${folder}/film.mp4`;
  await concatenateChunks({
    chunks: own,
    voices: [],
    rate: { num, den },
    outPath: film,
    marking: MARKING,
  });
  const parts = (await Promise.all(own.map(({ path }) => frameHashes(path)))).flat();
  const whole = await frameHashes(film);
  expect(whole.map(({ md5 }) => md5)).toEqual(parts.map(({ md5 }) => md5));
  const packets = await packetTimes(film, 'v:0');
  const times = packets.map(({ pts }) => pts).sort((a, b) => a - b);
  const step = times[1];
  expect(times).toEqual(Array.from({ length: FRAMES }, (_, k) => k * step));
  const decode = packets.map(({ dts }) => dts);
  expect(decode.every((dts, i) => i === 0 || dts > decode[i - 1])).toBe(true);
  const { video } = await probeFilm(film);
  expect(video.rate).toEqual({ num, den });
  expect(video.frames).toBe(FRAMES);
});

test('the marking, the colours, the index in front, no clock', async () => {
  const film = temp.at('marked.mp4');
  const voices = [{ path: temp.at('tone.wav') }];
  await concatenateChunks({ chunks, voices, rate, outPath: film, marking: MARKING });
  const { tags, video, audio } = await probeFilm(film);
  expect(tags['comment']).toContain('AI-generated');
  expect(tags['comment']).toContain('Parley 1.2.3');
  expect(tags['comment']).toContain('digitalsourcetype/compositeWithTrainedAlgorithmicMedia');
  expect(tags).not.toHaveProperty('creation_time');
  expect(video).toMatchObject({ colorSpace: 'bt709', colorRange: 'tv' });
  expect(audio).toMatchObject({ codec: 'aac', channels: 2, sampleRate: 48_000 });
  const bytes = readFileSync(film);
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  const box = bytes.lastIndexOf('uuid') - 4;
  expect(bytes.readUInt32BE(box)).toBe(bytes.length - box);
  expect(bytes.subarray(box).toString('utf8')).toContain('<Iptc4xmpExt:DigitalSourceType>');
  await concatenateChunks({
    chunks,
    voices,
    rate,
    outPath: temp.at('again.mp4'),
    marking: MARKING,
  });
  expect(readFileSync(temp.at('again.mp4')).equals(bytes)).toBe(true);
});

test('voices stand at their place to the sample, and the sound is as long as the film', async () => {
  const click = (at: number): Float32Array => {
    const samples = new Float32Array(48_000);
    for (let i = 0; i < 480; i++)
      samples[at + i] = 0.5 * Math.sin((2 * Math.PI * 1000 * i) / 48_000);
    return samples;
  };
  writeWav(temp.at('click-a.wav'), click(0), 1, 48_000);
  writeWav(temp.at('click-b.wav'), click(24_000), 1, 48_000);
  const film = temp.at('placed.mp4');
  await concatenateChunks({
    chunks,
    rate,
    outPath: film,
    marking: MARKING,
    voices: [
      { path: temp.at('click-a.wav'), startTick: 3 * TICKS_PER_SECOND },
      { path: temp.at('click-b.wav'), startTick: -TICKS_PER_SECOND / 4 },
      { path: temp.at('click-a.wav'), startTick: Math.round(5.0001 * TICKS_PER_SECOND) },
    ],
  });
  const sound = await soundOf(film, 1);
  expect(Math.abs(sound.length / 48_000 - FRAMES / 25)).toBeLessThan(0.03);
  // Where a click starts: the position where it fits best.
  const shape = click(0).subarray(0, 480);
  const startNear = (wanted: number): number => {
    let best = { at: 0, fit: -Infinity };
    for (let at = Math.max(0, wanted - 600); at < wanted + 600; at++) {
      const fit = shape.reduce((sum, value, i) => sum + value * sound[at + i], 0);
      if (fit > best.fit) best = { at, fit };
    }
    return best.at;
  };
  for (const wanted of [3 * 48_000, 12_000, Math.round(5.0001 * 48_000)]) {
    expect(Math.abs(startNear(wanted) - wanted)).toBeLessThanOrEqual(2);
  }
});

test('a short voice is padded, a long one cut, three loud ones do not clip', async () => {
  const loud = new Float32Array(48_000 * 12);
  for (let i = 0; i < loud.length; i++) loud[i] = 0.8 * Math.sin((2 * Math.PI * 300 * i) / 48_000);
  writeWav(temp.at('loud.wav'), loud, 1, 48_000);
  const film = temp.at('loud.mp4');
  const voices = [0, 1, 2].map(() => ({ path: temp.at('loud.wav') }));
  await concatenateChunks({ chunks, voices, rate, outPath: film, marking: MARKING });
  const sound = await soundOf(film, 2);
  expect(Math.abs(sound.length / 2 / 48_000 - FRAMES / 25)).toBeLessThan(0.03);
  const middle = sound.subarray(100_000, 200_000);
  const peak = middle.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(peak).toBeLessThan(1.02);
  // A sine keeps its shape, peak over level = sqrt 2; clipped, it would near a square's 1.
  const level = Math.sqrt(middle.reduce((sum, value) => sum + value * value, 0) / middle.length);
  expect(peak / level).toBeGreaterThan(1.36);
  expect(level).toBeGreaterThan(0.4);
});

test('gain is obeyed; a voice on one side of a stereo file comes from the middle', async () => {
  const left = Float32Array.from({ length: 96_000 }, (_, i) =>
    i % 2 === 0 ? 0.2 * Math.sin((2 * Math.PI * 300 * (i / 2)) / 48_000) : 0,
  );
  writeWav(temp.at('left.wav'), left, 2, 48_000);
  const film = temp.at('middle.mp4');
  const voices = [{ path: temp.at('left.wav'), gainDb: 6 }];
  await concatenateChunks({ chunks, voices, rate, outPath: film, marking: MARKING });
  const sound = await soundOf(film, 2);
  const level = (side: number): number => {
    const part = sound.subarray(10_000, 80_000).filter((_, i) => i % 2 === side);
    return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
  };
  const wanted = (0.2 * 10 ** (6 / 20)) / Math.SQRT2;
  expect(level(0) / wanted).toBeCloseTo(1, 1);
  expect(level(1) / level(0)).toBeCloseTo(1, 2);
});

test.each(HOSTILE_NAMES.slice(0, 7))(
  'the name %j means nothing, for chunks, voices and film',
  async (name) => {
    const folder = temp.at(`hostile ${name}`);
    mkdirSync(folder);
    const own = chunks.slice(2, 4).map((chunk, i) => {
      writeFileSync(`${folder}/${i}'s.mp4`, readFileSync(chunk.path));
      return { ...chunk, path: `${folder}/${i}'s.mp4` };
    });
    writeFileSync(`${folder}/${name}.wav`, readFileSync(temp.at('tone.wav')));
    const voices = [{ path: `${folder}/${name}.wav` }];
    const outPath = `${folder}/${name}.mp4`;
    await concatenateChunks({ chunks: own, voices, rate, outPath, marking: MARKING });
    expect((await probeFilm(outPath)).video.frames).toBe(3);
  },
);

test('progress rises to one', async () => {
  const shares: number[] = [];
  await concatenateChunks({
    chunks,
    voices: [],
    rate,
    outPath: temp.at('p.mp4'),
    marking: MARKING,
    onProgress: (share) => shares.push(share),
  });
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

test('an abort or a damaged chunk leaves the old film as it was', async () => {
  mkdirSync(temp.at('keep'));
  const outPath = temp.at('keep/film.mp4');
  writeFileSync(outPath, 'old');
  const options = { chunks, voices: [], rate, outPath, marking: MARKING };
  await expect(
    concatenateChunks({ ...options, signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({ category: 'cancelled' });
  writeFileSync(temp.at('broken.mp4'), Buffer.alloc(5000));
  await expect(
    concatenateChunks({ ...options, chunks: [{ path: temp.at('broken.mp4'), frames: 3 }] }),
  ).rejects.toMatchObject({ category: 'device-failed', code: 'film-not-written' });
  expect(readFileSync(outPath, 'utf8')).toBe('old');
  expect(readdirSync(temp.at('keep'))).toEqual(['film.mp4']);
});

test.each([0, 1_500_000, 3_000_000])(
  'a disk that is full after %i bytes is out-of-disk and leaves no film',
  async (freeBytes) => {
    await onSmallDisk(async (folder) => {
      const many = Array.from({ length: 30 }, () => chunks[0]);
      writeFileSync(`${folder}/filler`, Buffer.alloc(4 * 1024 * 1024 - 8192 - freeBytes));
      await expect(
        concatenateChunks({
          chunks: many,
          voices: [],
          rate,
          outPath: `${folder}/f.mp4`,
          marking: MARKING,
        }),
      ).rejects.toMatchObject({ category: 'out-of-disk', code: 'disk-full' });
      expect(readdirSync(folder)).toEqual(['filler']);
    });
  },
);
