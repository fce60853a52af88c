import { describe, expect, test } from 'vitest';
import { SeededRandom } from '#core/random/seeded-random.ts';
import {
  type Turn,
  addBleed,
  addNoise,
  addRoomBleed,
  asVoice,
  speak,
} from '../../test/fixtures/synthetic-voice.ts';
import { scoreVoices, scoreVoicesInSteps } from './score-voices.ts';
import type { SpeakingScore } from './speaking-score.ts';

const score = (...tracks: Float32Array[]): SpeakingScore[] => scoreVoices(tracks.map(asVoice));

/** Largest distance of an interval edge from the turns, seconds; Infinity when counts differ. */
function edgeError(result: SpeakingScore, turns: readonly Turn[]): number {
  if (result.intervals.length !== turns.length) return Infinity;
  return Math.max(
    0,
    ...turns.flatMap(([start, end], i) => [
      Math.abs(result.intervals[i][0] - start),
      Math.abs(result.intervals[i][1] - end),
    ]),
  );
}

/** Share of score values above 0 within a span of seconds. */
function shareSpeaking(result: SpeakingScore, [start, end]: Turn): number {
  const values = result.values.slice(Math.round(start * 25), Math.round(end * 25));
  return values.filter((value) => value > 0).length / values.length;
}

const LEFT: Turn[] = [
  [0.5, 3],
  [6, 8],
];
const RIGHT: Turn[] = [
  [3.2, 5.8],
  [8.2, 9.5],
];

describe('two clean voices', () => {
  test('turns are found to 0.1 s', () => {
    const [left, right] = score(speak(1, 10, LEFT), speak(2, 10, RIGHT));
    expect(edgeError(left, LEFT)).toBeLessThan(0.1);
    expect(edgeError(right, RIGHT)).toBeLessThan(0.1);
  });

  test('values lie in [-1, 1] and are positive exactly inside the intervals', () => {
    for (const result of score(speak(1, 10, LEFT), speak(2, 10, RIGHT))) {
      result.values.forEach((value, i) => {
        const isInside = result.intervals.some(([a, b]) => i >= a * 25 - 1e-6 && i < b * 25 - 1e-6);
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(value > 0).toBe(isInside);
      });
    }
  });

  test('in an overlap both speak, the quieter one too', () => {
    const left = speak(1, 8, [[1, 5]]);
    const right = speak(2, 8, [[3.5, 7]], -28);
    const [a, b] = score(left, right);
    expect(shareSpeaking(a, [3.7, 4.8])).toBe(1);
    expect(shareSpeaking(b, [3.7, 4.8])).toBe(1);
  });

  test('a backchannel of 0.3 s is kept', () => {
    const [, b] = score(speak(1, 10, [[0.5, 9.5]]), speak(2, 10, [[4, 4.3]], -24));
    expect(b.intervals).toHaveLength(1);
    expect(b.intervals[0][0]).toBeCloseTo(4, 0);
    expect(edgeError(b, [[4, 4.3]])).toBeLessThan(0.13);
  });

  test('noise under both voices changes nothing', () => {
    const left = addNoise(speak(1, 10, LEFT), 1, -52);
    const right = addNoise(speak(2, 10, RIGHT), 2, -46);
    const [a, b] = score(left, right);
    expect(edgeError(a, LEFT)).toBeLessThan(0.13);
    expect(edgeError(b, RIGHT)).toBeLessThan(0.13);
  });
});

describe('tracks that leak into each other', () => {
  test.each([-12, -16, -20, -30, -60])('bleed of %i dB is not speech', (levelDb) => {
    const dry = [speak(1, 10, LEFT), speak(2, 10, RIGHT)];
    const left = addNoise(addBleed(dry[0].slice(), dry[1], levelDb, 70), 3, -70);
    const right = addNoise(addBleed(dry[1].slice(), dry[0], levelDb, 45), 4, -70);
    const [a, b] = score(left, right);
    expect(edgeError(a, LEFT)).toBeLessThan(0.13);
    expect(edgeError(b, RIGHT)).toBeLessThan(0.13);
  });

  test.each([-14, -20])('room bleed of %i dB, which is no copy, is not speech', (levelDb) => {
    const dry = [
      speak(1, 20, [
        [0.5, 5],
        [10, 14],
      ]),
      speak(2, 20, [
        [5.3, 9.6],
        [14.4, 19],
      ]),
    ];
    const left = addNoise(addRoomBleed(dry[0].slice(), dry[1], levelDb, 5), 3, -65);
    const right = addNoise(addRoomBleed(dry[1].slice(), dry[0], levelDb, 6), 4, -65);
    const [a, b] = score(left, right);
    expect(shareSpeaking(a, [5.6, 9.4])).toBeLessThan(0.05);
    expect(shareSpeaking(b, [0.7, 4.8])).toBeLessThan(0.05);
    expect(shareSpeaking(a, [0.7, 4.8])).toBeGreaterThan(0.9);
    expect(shareSpeaking(b, [5.6, 9.4])).toBeGreaterThan(0.9);
  });

  test('an overlap stays positive on both sides of a -14 dB bleed', () => {
    const dry = [speak(1, 14, [[0.5, 7]]), speak(2, 14, [[5, 13]])];
    const left = addBleed(dry[0].slice(), dry[1], -14, 60);
    const right = addBleed(dry[1].slice(), dry[0], -14, 60);
    const [a, b] = score(left, right);
    expect(shareSpeaking(a, [5.3, 6.8])).toBeGreaterThan(0.9);
    expect(shareSpeaking(b, [5.3, 6.8])).toBeGreaterThan(0.9);
    expect(shareSpeaking(a, [7.3, 12.8])).toBeLessThan(0.05);
    expect(shareSpeaking(b, [0.7, 4.7])).toBeLessThan(0.05);
  });
});

describe('other numbers of voices', () => {
  test('none', () => {
    expect(score()).toEqual([]);
  });

  test('one voice with pauses', () => {
    const [only] = score(addNoise(speak(1, 10, LEFT), 1, -60));
    expect(edgeError(only, LEFT)).toBeLessThan(0.1);
  });

  test('one voice that never pauses speaks all the time', () => {
    const [only] = score(speak(1, 4, [[0, 4]]));
    expect(shareSpeaking(only, [0, 4])).toBeGreaterThan(0.95);
  });

  test('three voices with bleed', () => {
    const turns: Turn[][] = [[[0.5, 3]], [[3.2, 6]], [[6.2, 9]]];
    const dry = turns.map((turn, i) => speak(i + 1, 10, turn));
    const tracks = dry.map((own, i) =>
      dry.reduce(
        (mix, other, j) => (i === j ? mix : addBleed(mix, other, -18, 30 + 20 * j)),
        addNoise(own.slice(), i, -72),
      ),
    );
    score(...tracks).forEach((result, i) => {
      expect(edgeError(result, turns[i])).toBeLessThan(0.13);
    });
  });

  test('a shorter voice listens after its end', () => {
    const [long, short] = score(speak(1, 10, LEFT), speak(2, 4, [[1, 2]]));
    expect(short.values).toHaveLength(long.values.length);
    expect(short.values.slice(100).every((value) => value < 0)).toBe(true);
  });
});

describe('what is no speech', () => {
  test('digital silence', () => {
    const [voice, silent] = score(speak(1, 10, LEFT), new Float32Array(160_000));
    expect(silent.intervals).toEqual([]);
    expect(silent.values.every((value) => value < 0)).toBe(true);
    expect(edgeError(voice, LEFT)).toBeLessThan(0.1);
  });

  test('steady noise', () => {
    const [noise] = score(addNoise(new Float32Array(160_000), 1, -35));
    expect(noise.intervals).toEqual([]);
  });

  test('clicks', () => {
    const track = addNoise(new Float32Array(160_000), 1, -70);
    const random = SeededRandom.stream(9, 'clicks');
    for (let k = 0; k < 12; k++) {
      const at = Math.floor(random.uniform(0, 159_000));
      for (let i = 0; i < 16; i++) track[at + i] = i % 2 === 0 ? 0.8 : -0.8;
    }
    expect(score(track)[0].intervals).toEqual([]);
  });

  test('a music bed under a voice', () => {
    const track = speak(1, 12, LEFT);
    for (let i = 0; i < track.length; i++) {
      const swell = 0.7 + 0.3 * Math.sin((2 * Math.PI * i) / 24_000);
      const chord = [220, 277, 330].reduce(
        (sum, hz) => sum + Math.sin((2 * Math.PI * hz * i) / 16_000),
        0,
      );
      track[i] += 0.004 * swell * chord;
    }
    expect(edgeError(score(track)[0], LEFT)).toBeLessThan(0.15);
  });

  test('broken samples', () => {
    const track = speak(1, 10, LEFT);
    track.fill(NaN, 100, 120);
    track[5000] = Infinity;
    expect(edgeError(score(track)[0], LEFT)).toBeLessThan(0.1);
  });
});

describe('edges', () => {
  test('identical tracks all speak', () => {
    const track = speak(1, 10, LEFT);
    const [a, b] = score(track, track.slice());
    expect(a.values).toEqual(b.values);
    expect(edgeError(a, LEFT)).toBeLessThan(0.1);
  });

  test.each([0, 1, 639, 641, 3000])('a voice of %i samples gives a score', (samples) => {
    const [result] = score(speak(1, 1, [[0, 1]]).subarray(0, samples));
    expect(result.values).toHaveLength(Math.ceil(samples / 640));
    expect(result.values.every((value) => Number.isFinite(value))).toBe(true);
  });

  test('a quiet recording is scored like a loud one', () => {
    const quiet = speak(1, 10, LEFT, -45);
    expect(edgeError(score(quiet)[0], LEFT)).toBeLessThan(0.13);
  });

  test('reads at most ten seconds at a time, whatever the length', () => {
    const requests: number[] = [];
    const noise = speak(1, 10, LEFT);
    const long = {
      sampleCount: 16_000 * 600,
      read: (start: number, count: number): Float32Array => {
        requests.push(count);
        const offset = start % 80_000;
        const block = new Float32Array(count);
        for (let i = 0; i < count; i++) block[i] = noise[(offset + i) % noise.length];
        return block;
      },
    };
    const steps = [...scoreVoicesInSteps([long])];
    expect(Math.max(...requests)).toBeLessThanOrEqual(160_000);
    expect(steps).toHaveLength(60);
    expect(steps.every((share, i) => share <= 1 && (i === 0 || share >= steps[i - 1]))).toBe(true);
  });
});
