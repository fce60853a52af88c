import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resourcePath } from '#main/resource-path.ts';
import { createVoiceStatistics } from '#models/audio/voice-statistics.ts';
import { VisemeEncoder } from '#models/models/viseme/viseme-encoder.ts';
import { SILENT_CALIBRATION } from '#models/pipelines/draft/calibrate-voice.ts';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { testFolder } from '../../../test/fakes/project-services.ts';
import type { SceneVoice } from '../protocol/methods.ts';
import { VoiceFeatures } from './voice-features.ts';

const SECONDS = 12;
const encoder = await VisemeEncoder.load(resourcePath('weights', 'viseme'));

/** Noise in bursts, as a voice file. */
function writeVoice(): SceneVoice {
  const random = SeededRandom.stream(5, 'noise');
  const words = Int16Array.from({ length: SECONDS * 16_000 }, (_, i) =>
    Math.floor(i / 4000) % 3 === 0 ? 0 : Math.round(random.uniform(-8000, 8000)),
  );
  const pcmPath = join(testFolder(), 'voice.pcm');
  writeFileSync(pcmPath, new Uint8Array(words.buffer));
  const statistics = createVoiceStatistics();
  statistics.add(Float32Array.from(words, (word) => word / 32768));
  const preparation = { statistics: statistics.finish(), calibration: SILENT_CALIBRATION };
  return { pcmPath, samples: words.length, preparation, lipOffsetSamples: 0 };
}

test('a frame is the same whatever range it is asked in', async () => {
  const voice = writeVoice();
  const features = new VoiceFeatures(encoder);
  const whole = await features.encode(voice, -20, 300);
  const part = await features.encode(voice, 50, 130);
  expect([...part.shapes]).toEqual([...whole.shapes.subarray(70 * 6, 200 * 6)]);
  expect([...part.levelDb]).toEqual([...whole.levelDb.subarray(70, 200)]);
});

test('a lip offset of whole frames moves the mouth by those frames', async () => {
  const voice = writeVoice();
  const features = new VoiceFeatures(encoder);
  const plain = await features.encode(voice, 0, 250);
  // 64 frames are a block of the encoder: only then are the bytes the same.
  const later = await features.encode({ ...voice, lipOffsetSamples: 64 * 640 }, 64, 250);
  expect([...later.shapes]).toEqual([...plain.shapes]);
  // What would be heard before the film begins is not.
  const earlier = await features.encode({ ...voice, lipOffsetSamples: -64 * 640 }, 64, 100);
  expect([...earlier.shapes]).toEqual([...plain.shapes.subarray(128 * 6, 228 * 6)]);
  const little = await features.encode({ ...voice, lipOffsetSamples: 640 }, 101, 50);
  const near = plain.levelDb.subarray(100, 150);
  little.levelDb.forEach((level, i) => expect(level).toBeCloseTo(near[i], 3));
});

test('encodes a block once and forgets the longest unused one', async () => {
  const voice = writeVoice();
  const encoded: number[] = [];
  const features = new VoiceFeatures(
    {
      encode: (read, statistics, first, count) => {
        encoded.push(first / 64);
        return encoder.encode(read, statistics, first, count);
      },
    },
    2,
  );
  const ask = (block: number) => features.encode(voice, block * 64, 64);
  await ask(0);
  await ask(1);
  await ask(0);
  await ask(2);
  await ask(0);
  await ask(1);
  expect(encoded).toEqual([0, 1, 2, 1]);
});
