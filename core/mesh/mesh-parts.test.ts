import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceInside } from './polygon.ts';
import { smoothedLength, smoothLine } from './smooth-line.ts';
import { drawTeeth } from './teeth-texture.ts';
import { createOpening, placeOpening } from './opening.ts';
import { interpolate } from './mouth-columns.ts';

describe('distanceInside', () => {
  const square = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ] as const;
  it('is positive inside, negative outside', () => {
    expect(distanceInside(square, 5, 5)).toBe(5);
    expect(distanceInside(square, 5, 1)).toBe(1);
    expect(distanceInside(square, 13, 14)).toBe(-5);
  });
});

describe('smoothLine', () => {
  it('passes through its points', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 18, maxLength: 18 }),
        (values) => {
          const line = Float32Array.from(values);
          const out = new Float32Array(2 * smoothedLength(9));
          smoothLine(line, out);
          for (let i = 0; i < 9; i++) {
            expect(out[8 * i]).toBeCloseTo(line[2 * i], 3);
            expect(out[8 * i + 1]).toBeCloseTo(line[2 * i + 1], 3);
          }
        },
      ),
    );
  });
});

describe('placeOpening', () => {
  it('walks the contour clockwise once', () => {
    const positions = Float32Array.from([0, 0, 5, -3, 10, 0, 5, 4]);
    const opening = createOpening(3);
    placeOpening([0, 1, 2], [0, 3, 2], positions, opening);
    const { contour } = opening;
    let area = 0;
    for (let i = 0; i < contour.length; i += 2) {
      const j = (i + 2) % contour.length;
      area += (contour[i] * contour[j + 1] - contour[j] * contour[i + 1]) / 2;
    }
    expect(contour.length).toBe(2 * (9 + 7));
    expect(area).toBeGreaterThan(30);
  });
});

describe('drawTeeth', () => {
  const row = {
    arc: 0.6,
    height: 0.15,
    widths: [0.09, 0.07, 0.08, 0.08],
    crown: 0.11,
    edge: 'bottom',
    toothColor: [200, 190, 170],
    gumColor: [150, 80, 80],
  } as const;
  it('ends in nothing at the edge, is never brighter than the tooth colour, and mirrors', () => {
    const { width, height, data } = drawTeeth(row, 200);
    const at = (x: number, y: number): Uint8Array =>
      data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4);
    expect(at(width >> 1, height - 1)[3]).toBeLessThan(128);
    expect(at(width >> 1, height - 8)[3]).toBe(255);
    expect(at(2, 5)).toEqual(at(width - 3, 5));
    for (let i = 0; i < data.length; i += 4) expect(data[i]).toBeLessThanOrEqual(200);
  });
});

describe('interpolate', () => {
  it('is linear between and constant beyond', () => {
    expect(interpolate([0, 1, 3], [0, 2, 4], 2)).toBeCloseTo(3, 5);
    expect(interpolate([0, 1, 3], [0, 2, 4], -5)).toBe(0);
    expect(interpolate([0, 1, 3], [0, 2, 4], 9)).toBe(4);
  });
});
