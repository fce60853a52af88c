import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { makeUpSound } from '../../test/fakes/made-up-sound.ts';
import { readVisemeGolden } from '../../test/fakes/viseme-golden.ts';
import {
  createFrameAnalyzer,
  FRAME_HOP,
  FRAME_WINDOW,
  frameCountOf,
  SILENCE_DBFS,
  SPEECH_BANDS,
} from './log-mel.ts';
import { extractSpeechFeatures, FEATURE_MIN } from './speech-features.ts';
import { createVoiceStatistics } from './voice-statistics.ts';
import type { VoiceStatistics } from './voice-statistics.ts';

const SOUND = makeUpSound();
const GOLDEN = readVisemeGolden();

function gather(sound: Float32Array, portions: readonly number[] = []): VoiceStatistics {
  const accumulator = createVoiceStatistics();
  let start = 0;
  for (const portion of portions) {
    accumulator.add(sound.subarray(start, start + portion));
    start += portion;
  }
  accumulator.add(sound.subarray(start));
  return accumulator.finish();
}

const readSound = (start: number, count: number): Float32Array =>
  SOUND.subarray(start, start + count);
const STATISTICS = gather(SOUND);

describe('log-mel', () => {
  it('equals the training code', () => {
    const padded = new Float32Array(SOUND.length + 2 * FRAME_WINDOW);
    padded.set(SOUND, FRAME_WINDOW / 2);
    const bands = new Float64Array(SPEECH_BANDS);
    const analyzer = createFrameAnalyzer();
    GOLDEN.frames.forEach((frame, row) => {
      expect(analyzer.analyze(padded, frame * FRAME_HOP, bands)).toBeCloseTo(GOLDEN.levels[row], 4);
      bands.forEach((value, band) => expect(value).toBeCloseTo(GOLDEN.bands[row][band], 4));
    });
  });
});

describe('voice statistics', () => {
  it('equal the training code', () => {
    STATISTICS.reference.forEach((value, band) =>
      expect(value).toBeCloseTo(GOLDEN.reference[band], 4),
    );
  });

  it('are exactly the same however the voice is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9000), { maxLength: 12 }), (portions) => {
        expect(gather(SOUND, portions)).toEqual(STATISTICS);
      }),
      { numRuns: 15 },
    );
  });

  it('describe the speech, not how much silence surrounds it', () => {
    const mostlySilent = new Float32Array(SOUND.length * 20);
    mostlySilent.set(SOUND, SOUND.length * 7);
    const { reference, speechLevelDb } = gather(mostlySilent);
    expect(speechLevelDb).toBeCloseTo(STATISTICS.speechLevelDb, 6);
    reference.forEach((value, band) => expect(value).toBeCloseTo(STATISTICS.reference[band], 6));
  });

  it('know silent, short and empty voices', () => {
    for (const length of [0, 1, 199, 16_000]) {
      const { sampleCount, speechLevelDb, reference } = gather(new Float32Array(length));
      expect({ sampleCount, speechLevelDb }).toEqual({
        sampleCount: length,
        speechLevelDb: SILENCE_DBFS,
      });
      expect(reference.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('speech features', () => {
  const frames = frameCountOf(SOUND.length);
  const whole = extractSpeechFeatures(readSound, STATISTICS, 0, frames);

  it('equal the training code', () => {
    expect(frames).toBe(301);
    GOLDEN.frames.forEach((frame, row) => {
      GOLDEN.features[row].forEach((value, band) =>
        expect(whole.bands[frame * SPEECH_BANDS + band]).toBeCloseTo(value, 4),
      );
    });
  });

  it('are exactly the same in any range, and silence outside the voice', () => {
    fc.assert(
      fc.property(fc.integer({ min: -80, max: frames + 40 }), fc.nat(200), (first, count) => {
        const part = extractSpeechFeatures(readSound, STATISTICS, first, count);
        for (let row = 0; row < count; row++) {
          const frame = first + row;
          const inside = frame >= 0 && frame < frames;
          const got = part.bands.subarray(row * SPEECH_BANDS, (row + 1) * SPEECH_BANDS);
          const wanted = inside
            ? whole.bands.subarray(frame * SPEECH_BANDS, (frame + 1) * SPEECH_BANDS)
            : new Float32Array(SPEECH_BANDS).fill(FEATURE_MIN);
          expect(got).toEqual(wanted);
          expect(part.levelsDb[row]).toBe(inside ? whole.levelsDb[frame] : SILENCE_DBFS);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the level of the recording', () => {
    const quiet = SOUND.map((sample) => sample / 16);
    const features = extractSpeechFeatures(
      (start, count) => quiet.subarray(start, start + count),
      gather(quiet),
      0,
      frames,
    );
    // Frame 150 lies inside the speech.
    for (let band = 0; band < SPEECH_BANDS; band++) {
      const at = 150 * SPEECH_BANDS + band;
      expect(features.bands[at]).toBeCloseTo(whole.bands[at], 1);
    }
  });

  it('asks only for samples that exist', () => {
    const read = (start: number, count: number): Float32Array => {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start + count).toBeLessThanOrEqual(SOUND.length);
      return readSound(start, count);
    };
    extractSpeechFeatures(read, STATISTICS, -10, 20);
    extractSpeechFeatures(read, STATISTICS, frames - 5, 50);
    extractSpeechFeatures(read, STATISTICS, frames + 5, 50);
  });
});
