import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../random/seeded-random.ts';
import type { FaceTrack } from './face-track.ts';
import { compareLips } from './compare-lips.ts';
import { measurePerson } from './measure-person.ts';
import { measureSeams } from './measure-seams.ts';

const RATE = 25;
const FRAMES = 200;
const SPEAKING = [[0, 4]] as const;

/** A level curve that is loud in the given frames and changes there. */
function level(name: string, from: number, to: number): Float32Array {
  const random = SeededRandom.stream(1, name);
  return Float32Array.from({ length: FRAMES }, (_, t) =>
    t >= from && t < to ? -30 + 6 * random.normal() : -80,
  );
}

function trackOf(lips: Float32Array): FaceTrack {
  return {
    lipOpening: lips,
    lidOpening: new Float32Array(FRAMES).fill(0.3),
    eyeDisplacement: new Float32Array(FRAMES).fill(0.01),
    framesSeen: FRAMES,
    framesMissed: 0,
  };
}

const voices = [level('a', 0, 100), level('b', 100, 200)];
const evidence = {
  person: 0,
  framesPerSecond: RATE,
  ownVoice: 0,
  voiceLevelsDb: voices,
  visemeOpen: null,
  speaking: SPEAKING,
  noise: null,
};

describe('measurePerson', () => {
  it('sees lips that follow their own voice', () => {
    const lips = voices[0].map((db) => 0.003 * (db + 80));
    const figures = measurePerson({ ...evidence, track: trackOf(lips) });
    expect(figures.lipOwn).toBeCloseTo(1, 5);
    expect(figures.lipOwnSpeaking).toBeCloseTo(1, 5);
    expect(figures.lipOwnChance).toBeLessThan(0.5);
    expect(figures.lipOwnLagFrames).toBe(0);
    expect(figures.lipOthers[0].r).toBeLessThan(-0.8);
    expect(figures.lipOthers[0].rOutside).toBeNull();
    expect(figures.silentRatio).toBe(0);
    expect(figures.eyeMotionListening).toBeCloseTo(0.01, 6);
  });

  it('exposes a listener who mouths the other voice', () => {
    const lips = voices[0].map((db, t) => 0.003 * (Math.max(db, voices[1][t]) + 80));
    const figures = measurePerson({ ...evidence, track: trackOf(lips) });
    expect(figures.lipOthers[0].rOutside).toBeGreaterThan(0.9);
    expect(figures.silentRatio).toBeGreaterThan(0.7);
  });

  it('gives no figure for a person without a voice or a silent one', () => {
    const still = measurePerson({
      ...evidence,
      ownVoice: -1,
      speaking: [],
      track: trackOf(new Float32Array(FRAMES)),
    });
    expect(still).toMatchObject({
      lipOwn: null,
      lipMotionSpeaking: null,
      silentRatio: null,
      lipRangeSpeaking: null,
    });
    expect(still.lipOthers.map((other) => other.voice)).toEqual([0, 1]);
  });
});

describe('compareLips', () => {
  it('finds the same lips in a film of another rate, and its delay', () => {
    const lips = Float32Array.from(
      { length: FRAMES },
      (_, t) => Math.sin(t * 0.5) + Math.sin(t * 0.23),
    );
    const at50 = Float32Array.from(
      { length: 2 * FRAMES },
      (_, t) => Math.sin((t / 2 + 2) * 0.5) + Math.sin((t / 2 + 2) * 0.23),
    );
    const result = compareLips(
      0,
      { lipOpening: lips, framesPerSecond: RATE },
      { lipOpening: at50, framesPerSecond: 50 },
      SPEAKING,
    );
    expect(result.bestLagSeconds).toBeCloseTo(0.08, 6);
    expect(result.bestLagR).toBeCloseTo(1, 3);
    expect(result.lipSpeaking).toBeLessThan(0.9);
  });
});

describe('measureSeams', () => {
  it('reports the worst of lips, head and picture', () => {
    const lips = Float32Array.from({ length: FRAMES }, (_, t) => 0.1 * Math.sin(t));
    const pictureChanges = new Float32Array(FRAMES).fill(2);
    pictureChanges[80] = 10;
    const seams = measureSeams([trackOf(lips)], pictureChanges, [80, 160]);
    expect(seams).toMatchObject({ count: 2, picture: 5, maxRatio: 5 });
    expect(seams.lips).toBeLessThan(1.1);
  });
});
