import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createVoiceStatistics } from '#models/audio/voice-statistics.ts';
import type { VoiceStatistics } from '#models/audio/voice-statistics.ts';
import { encodeSafetensors } from '../../../test/fakes/safetensors-bytes.ts';
import { makeUpSound } from '../../../test/fakes/made-up-sound.ts';
import { readVisemeGolden } from '../../../test/fakes/viseme-golden.ts';
import { MOUTH_SHAPE_BOUNDS, MOUTH_SHAPE_COUNT } from './config.ts';
import { VISEME_WEIGHTS_FILE, VisemeEncoder } from './viseme-encoder.ts';
import type { EncodedVoice } from './viseme-encoder.ts';

const WEIGHTS = fileURLToPath(new URL('../../../resources/weights/viseme/', import.meta.url));
const SOUND = makeUpSound();
const FRAMES = 75;

let encoder: VisemeEncoder;
let folder: string;
beforeAll(async () => {
  encoder = await VisemeEncoder.load(WEIGHTS);
  folder = await mkdtemp(join(tmpdir(), 'viseme-'));
});
afterAll(async () => {
  await encoder.release();
  await rm(folder, { recursive: true });
});

function statisticsOf(sound: Float32Array): VoiceStatistics {
  const accumulator = createVoiceStatistics();
  accumulator.add(sound);
  return accumulator.finish();
}

function encode(
  sound: Float32Array,
  firstFrame: number,
  frameCount: number,
): Promise<EncodedVoice> {
  const read = (start: number, count: number): Float32Array => sound.subarray(start, start + count);
  return encoder.encode(read, statisticsOf(sound), firstFrame, frameCount);
}

describe('viseme encoder', () => {
  it('computes what the training code computed', async () => {
    const { shapes } = readVisemeGolden();
    const got = await encode(SOUND, 0, FRAMES);
    for (let frame = 0; frame < FRAMES; frame++) {
      for (let shape = 0; shape < MOUTH_SHAPE_COUNT; shape++) {
        const [min, max] = MOUTH_SHAPE_BOUNDS[shape];
        const wanted = Math.min(max, Math.max(min, shapes[frame][shape]));
        expect(got.shapes[frame * MOUTH_SHAPE_COUNT + shape]).toBeCloseTo(wanted, 3);
      }
    }
  });

  it('gives exactly the same frames however the film is cut', async () => {
    const first = -20;
    const whole = await encode(SOUND, first, 150);
    const ranges = fc.tuple(fc.integer({ min: 0, max: 149 }), fc.nat(100));
    await fc.assert(
      fc.asyncProperty(ranges, async ([skip, count]) => {
        const kept = Math.min(count, 150 - skip);
        const part = await encode(SOUND, first + skip, kept);
        const rows = [skip * MOUTH_SHAPE_COUNT, (skip + kept) * MOUTH_SHAPE_COUNT];
        expect(part.shapes).toEqual(whole.shapes.subarray(...rows));
        expect(part.levelDb).toEqual(whole.levelDb.subarray(skip, skip + kept));
      }),
      { numRuns: 25 },
    );
  });

  it('moves with the sound, keeps still in silence and outside the voice', async () => {
    const voice = await encode(SOUND, 0, FRAMES);
    const open = (encoded: EncodedVoice, frame: number): number =>
      encoded.shapes[frame * MOUTH_SHAPE_COUNT];
    // The buzz is loudest around 1.12 s, frame 28, and 0.3-0.4 s, frame 9.
    expect(Math.max(open(voice, 28), open(voice, 27), open(voice, 29))).toBeGreaterThan(0.25);
    expect(voice.levelDb[28]).toBeGreaterThan(-6);
    for (const silent of [
      await encode(SOUND, 500, 20),
      await encode(new Float32Array(48_000), 0, 60),
    ]) {
      for (let frame = 0; frame < silent.levelDb.length; frame++)
        expect(open(silent, frame)).toBeLessThan(0.06);
    }
    expect((await encode(SOUND, 500, 1)).levelDb[0]).toBeLessThan(-60);
  });

  it('stays in bounds for any sound, also a clipped or a very short one', async () => {
    const sound = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 3000 });
    await fc.assert(
      fc.asyncProperty(sound, async (samples) => {
        const { shapes } = await encode(Float32Array.from(samples), 0, 8);
        shapes.forEach((value, i) => {
          const [min, max] = MOUTH_SHAPE_BOUNDS[i % MOUTH_SHAPE_COUNT];
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('names missing, damaged and foreign weights', async () => {
    await expect(VisemeEncoder.load(join(folder, 'none'))).rejects.toMatchObject({
      code: 'weights-missing',
    });
    const path = join(folder, VISEME_WEIGHTS_FILE);
    const good = await readFile(join(WEIGHTS, VISEME_WEIGHTS_FILE));
    await writeFile(path, good.subarray(0, good.length / 2));
    await expect(VisemeEncoder.load(folder)).rejects.toMatchObject({ code: 'weights-damaged' });
    await writeFile(path, encodeSafetensors({ 'enter.weight': { shape: [1], values: [0] } }));
    await expect(VisemeEncoder.load(folder)).rejects.toMatchObject({ code: 'weights-do-not-fit' });
  });
});
