import { describe, expect, it } from 'vitest';
import { countBlinks } from './count-blinks.ts';
import { absoluteChanges, maskedDeviation, maskedMean, resampleCurve } from './curve-statistics.ts';
import { seamRatio } from './seam-jumps.ts';
import { maskInside, maskOutside } from './speaking-mask.ts';
import { turnError } from './turn-error.ts';
import { voiceLevelsDb } from './voice-levels.ts';

describe('masks', () => {
  it('take a frame by its middle and keep the margin free on both sides', () => {
    expect(Array.from(maskInside([[0.1, 0.2]], 8, 25))).toEqual([0, 0, 1, 1, 1, 0, 0, 0]);
    expect(Array.from(maskOutside([[0.1, 0.2]], 8, 25, 0.05))).toEqual([1, 0, 0, 0, 0, 0, 1, 1]);
  });
});

describe('curve statistics', () => {
  it('skip frames without a measurement', () => {
    const changes = absoluteChanges([1, 2, NaN, 5, 3]);
    expect(Array.from(changes)).toEqual([NaN, 1, NaN, NaN, 2]);
    expect(maskedMean(changes, [1, 1, 1, 1, 1])).toBe(1.5);
    expect(maskedMean(changes, [1, 0, 1, 1, 0])).toBeNull();
    expect(maskedDeviation([1, NaN, 3], [1, 1, 1])).toBe(1);
  });

  it('resample by time', () => {
    const ramp = Float32Array.from({ length: 24 }, (_, t) => t / 24);
    const at25 = resampleCurve(ramp, 24, 25, 30);
    expect(at25[12]).toBeCloseTo(12 / 25, 6);
    expect(at25[24]).toBeNaN();
  });
});

describe('countBlinks', () => {
  it('counts a dip once, however long, and not a squint', () => {
    const lids = new Float32Array(100).fill(0.3);
    lids.set([0.2, 0.05, 0.04, 0.15, 0.28], 20);
    lids.set([0.05, 0.06, 0.05, 0.06, 0.05, 0.06], 50);
    lids.set([0.22, 0.21, 0.22], 80);
    expect(countBlinks(lids)).toBe(2);
  });
});

describe('seamRatio', () => {
  const smooth = Float32Array.from({ length: 60 }, (_, t) => 0.01 + 0.001 * (t % 7));
  it('is about 1 for a seam like any other frame and large for a jump', () => {
    expect(seamRatio(smooth, [30])).toBeLessThan(1.1);
    const jumpy = smooth.slice();
    jumpy[30] = 0.16;
    expect(seamRatio(jumpy, [30])).toBeCloseTo(10, 0);
  });
  it('is unknown without seams or without motion', () => {
    expect(seamRatio(smooth, [])).toBeNull();
    expect(seamRatio(new Float32Array(20), [10])).toBeNull();
  });
});

describe('turnError', () => {
  it('averages start and end errors and counts what has no partner', () => {
    const error = turnError(
      [
        [0.1, 4.0],
        [6, 7],
        [20, 21],
      ],
      [
        [0, 4.2],
        [6, 7],
      ],
    );
    expect(error.meanSeconds).toBeCloseTo(0.075, 9);
    expect(error.largestSeconds).toBeCloseTo(0.2, 9);
    expect(error).toMatchObject({ missed: 0, invented: 2 });
    expect(turnError([], [[0, 1]])).toEqual({
      meanSeconds: null,
      largestSeconds: null,
      missed: 2,
      invented: 0,
    });
  });
});

describe('voiceLevelsDb', () => {
  it('gives the level under each film frame, floored 50 dB under the loudest', () => {
    const samples = Float32Array.from({ length: 16_000 }, (_, i) =>
      i < 8000 ? (i % 2 ? 0.1 : -0.1) : 0,
    );
    const voice = {
      sampleCount: 16_000,
      read: (start: number, count: number) => samples.subarray(start, start + count),
    };
    const levels = voiceLevelsDb(voice, 30, 24);
    expect(levels[0]).toBeCloseTo(-20, 3);
    expect(levels[23]).toBeCloseTo(-70, 3);
    expect(levels[29]).toBeCloseTo(-70, 3);
  });
});
