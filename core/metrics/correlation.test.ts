import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { SeededRandom } from '../random/seeded-random.ts';
import {
  chanceCorrelation,
  findBestLag,
  laggedPearson,
  pearson,
  percentile,
} from './correlation.ts';

const noise = (count: number, name: string): number[] => {
  const random = SeededRandom.stream(7, name);
  return Array.from({ length: count }, () => random.normal());
};

describe('pearson', () => {
  it('matches a value worked out by hand', () => {
    const a = [1, 2, 3, 4, 5, 6, 7, 8];
    const b = [2, 1, 4, 3, 7, 5, 8, 6];
    expect(pearson(a, b)).toBeCloseTo(0.8333333, 6);
  });

  it('ignores scale and offset, and keeps the sign', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (k, c) => {
          const a = noise(40, 'a');
          expect(
            pearson(
              a,
              a.map((x) => k * x + c),
            ),
          ).toBeCloseTo(1, 6);
          expect(
            pearson(
              a,
              a.map((x) => -k * x + c),
            ),
          ).toBeCloseTo(-1, 6);
        },
      ),
    );
  });

  it('leaves out masked frames and frames without a measurement', () => {
    const a = noise(30, 'a');
    const b = [...a];
    b[3] = 99;
    b[4] = NaN;
    const mask = a.map((_, t) => t !== 3);
    expect(pearson(a, b, mask)).toBeCloseTo(1, 9);
    expect(pearson(a, b)).toBeLessThan(0.9);
  });

  it('does not invent a figure for still or short curves', () => {
    expect(pearson(new Float32Array(20).fill(0.1), noise(20, 'b'))).toBeNull();
    expect(pearson([1, 2, 3], [1, 2, 3])).toBeNull();
  });
});

describe('findBestLag', () => {
  it('finds how late one curve follows another', () => {
    const voice = noise(80, 'voice');
    const lips = voice.map((_, t) => voice[t - 3] ?? 0);
    expect(findBestLag(lips, voice, 8)).toMatchObject({ lag: 3 });
    expect(findBestLag(voice, lips, 8)).toMatchObject({ lag: -3 });
    expect(laggedPearson(lips, voice, 3)).toBeCloseTo(1, 6);
  });
});

describe('chanceCorrelation', () => {
  it('lies far under a true match and over zero', () => {
    const voice = noise(120, 'voice');
    const chance = chanceCorrelation(voice, voice, new Uint8Array(120).fill(1));
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(0.4);
  });
  it('is unknown for a curve too short to shift', () => {
    expect(
      chanceCorrelation(noise(20, 'a'), noise(20, 'b'), new Uint8Array(20).fill(1)),
    ).toBeNull();
  });
});

describe('percentile', () => {
  it('interpolates and ignores NaN', () => {
    expect(percentile([4, NaN, 1, 2, 3], 50)).toBe(2.5);
    expect(percentile([], 50)).toBeNaN();
  });
});
