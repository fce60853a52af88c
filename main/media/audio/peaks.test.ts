import { readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeTempFolder, onSmallDisk, writeWav } from '../../../test/fixtures/media-kit.ts';
import { buildPeaks } from './build-peaks.ts';
import { ensurePeaks } from './ensure-peaks.ts';
import { PEAK_LEVELS } from './peak-format.ts';
import { readPeakHeader, readPeaks } from './read-peaks.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
const RATE = 8000;
const HASH = 'a'.repeat(64);

/** A swell with a click in it; long enough for three peaks of the coarsest level. */
function samplesOf(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) =>
    i === 70_001 ? -0.9 : (0.5 * i * Math.sin(i / 9)) / count,
  );
}

/** What the file must hold, straight from the samples. */
function directPeaks(samples: Float32Array, size: number): number[][] {
  const peaks: number[][] = [];
  for (let at = 0; at < samples.length; at += size) {
    const part = samples.subarray(at, at + size);
    const squares = part.reduce((sum, value) => sum + value * value, 0);
    const rms = Math.sqrt(squares / part.length);
    peaks.push([Math.min(...part), Math.max(...part), rms].map((value) => value * 32767));
  }
  return peaks;
}

test('every level holds minimum, maximum and level of its samples', async () => {
  const samples = samplesOf(140_123);
  writeWav(temp.at('swell.wav'), samples, 1, RATE);
  await buildPeaks(temp.at('swell.wav'), temp.at('swell.peaks'));
  const header = await readPeakHeader(temp.at('swell.peaks'));
  expect(header).toMatchObject({ sampleRate: RATE, samples: samples.length });
  for (const [level, size] of PEAK_LEVELS.entries()) {
    // A coarse peak of 65 536 samples is too many arguments for Math.min, so it is checked in parts.
    const wanted = size > 20_000 ? null : directPeaks(samples, size);
    const peaks = await readPeaks(temp.at('swell.peaks'), level, 0, Infinity);
    expect(peaks.samplesPerPeak).toBe(size);
    expect(peaks.values.length / 3).toBe(Math.ceil(samples.length / size));
    wanted?.flat().forEach((value, i) => {
      expect(Math.abs(peaks.values[i] - value)).toBeLessThanOrEqual(2);
    });
  }
  const coarsest = await readPeaks(temp.at('swell.peaks'), PEAK_LEVELS.length - 1, 0, 9);
  expect(Math.abs(coarsest.values[3] + 0.9 * 32767)).toBeLessThanOrEqual(2);
});

test('a range is cut to what exists', async () => {
  const all = await readPeaks(temp.at('swell.peaks'), 0, 0, Infinity);
  const some = await readPeaks(temp.at('swell.peaks'), 0, 5, 8);
  expect(some.first).toBe(5);
  expect([...some.values]).toEqual([...all.values.subarray(15, 24)]);
  expect((await readPeaks(temp.at('swell.peaks'), 0, -4, 1)).values.length).toBe(3);
  expect((await readPeaks(temp.at('swell.peaks'), 0, 9e9, 1e10)).values.length).toBe(0);
});

test('a missing, cut or changed file is an error, never a flat line', async () => {
  const unreadable = { code: 'waveform-unreadable' };
  await expect(readPeaks(temp.at('none.peaks'), 0, 0, 1)).rejects.toMatchObject(unreadable);
  const bytes = readFileSync(temp.at('swell.peaks'));
  const size = bytes.length;
  writeFileSync(temp.at('bad.peaks'), bytes);
  truncateSync(temp.at('bad.peaks'), size - 1);
  await expect(readPeaks(temp.at('bad.peaks'), 4, 0, 1)).rejects.toMatchObject(unreadable);
  for (const at of [9, 20, 50, 400, size - 3]) {
    const changed = Buffer.from(bytes);
    changed[at] ^= 1;
    writeFileSync(temp.at('bad.peaks'), changed);
    const reads = PEAK_LEVELS.map((_, level) => readPeaks(temp.at('bad.peaks'), level, 0, 1));
    const outcomes = await Promise.allSettled(reads);
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  }
});

test('the cache builds once, and again when its file is damaged', async () => {
  const peaksPath = await ensurePeaks(temp.at('swell.wav'), HASH, temp.at('cache'));
  const bytes = readFileSync(peaksPath);
  const built = statSync(peaksPath).mtimeMs;
  await ensurePeaks(temp.at('swell.wav'), HASH, temp.at('cache'));
  expect(statSync(peaksPath).mtimeMs).toBe(built);
  writeFileSync(peaksPath, bytes.subarray(0, 500));
  await ensurePeaks(temp.at('swell.wav'), HASH, temp.at('cache'));
  expect(readFileSync(peaksPath).equals(bytes)).toBe(true);
  expect(readdirSync(temp.at('cache'))).toEqual([`${HASH}.peaks`]);
});

test('a recording that cannot be read has no peaks', async () => {
  writeFileSync(temp.at('text.wav'), 'no sound');
  await expect(ensurePeaks(temp.at('text.wav'), HASH, temp.at('other'))).rejects.toMatchObject({
    code: 'media-unreadable',
  });
  expect(readdirSync(temp.at('other'))).toEqual([]);
});

test('a full disk is out-of-disk and leaves no file', async ({ skip }) => {
  const ran = await onSmallDisk(async (folder) => {
    writeFileSync(`${folder}/filler`, Buffer.alloc(4 * 1024 * 1024 - 12_288));
    const path = temp.at('long.wav');
    writeWav(path, new Float32Array(2_000_000).fill(0.3), 1, 8000);
    await expect(buildPeaks(path, `${folder}/x.peaks`)).rejects.toMatchObject({
      category: 'out-of-disk',
    });
    expect(readdirSync(folder)).toEqual(['filler']);
  });
  if (!ran) skip();
});
