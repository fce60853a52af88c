import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageStride, coverPolygon, createCoverage } from './coverage.ts';
import { drawTriangles } from './draw-triangles.ts';
import { findFront } from './find-front.ts';
import type { FrameBuffer } from './frame-buffer.ts';
import { bufferFromPicture, createFrameBuffer, PADDING } from './frame-buffer.ts';
import { convertToYuv, yuvSize } from './yuv.ts';

function gradient(width: number, height: number): FrameBuffer {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 37 + (i >> 5)) & 255);
  return bufferFromPicture({ width, height, data });
}

function coveredArea(polygon: number[], width = 40, height = 30): number {
  const coverage = createCoverage();
  if (!coverPolygon(coverage, Float32Array.from(polygon), width, height)) return 0;
  const { bounds, values } = coverage;
  const stride = coverageStride(coverage);
  let sum = 0;
  for (let y = bounds.top; y < bounds.bottom; y++) {
    for (let x = bounds.left; x < bounds.right; x++) {
      sum += values[(y - bounds.top) * stride + x - bounds.left];
    }
  }
  return sum;
}

describe('coverPolygon', () => {
  it('covers exactly the area of clockwise polygons', () => {
    expect(coveredArea([2.3, 3.1, 10.8, 3.1, 10.8, 9.7, 2.3, 9.7])).toBeCloseTo(8.5 * 6.6, 3);
    expect(coveredArea([5, 5, 25.5, 7.25, 12.75, 20.1])).toBeCloseTo(
      ((25.5 - 5) * (20.1 - 5) - (12.75 - 5) * (7.25 - 5)) / 2,
      3,
    );
  });

  it('covers nothing when the opening is inside out or outside the frame', () => {
    expect(coveredArea([2, 3, 2, 9, 10, 9, 10, 3])).toBe(0);
    expect(coveredArea([-20, -20, -10, -20, -10, -10])).toBe(0);
  });

  it('clips at the frame', () => {
    expect(coveredArea([-10, -10, 60, -10, 60, 60, -10, 60])).toBeCloseTo(40 * 30, 3);
  });
});

describe('drawTriangles', () => {
  const mesh = (positions: number[]) => ({
    triangles: Uint16Array.from([0, 1, 2, 1, 3, 2]),
    source: Float32Array.from([0, 0, 31, 0, 0, 23, 31, 23]),
    positions: Float32Array.from(positions),
  });

  it('copies exactly when nothing moves', () => {
    const source = gradient(32, 24);
    const target = createFrameBuffer(32, 24);
    drawTriangles(target, source, mesh([0, 0, 31, 0, 0, 23, 31, 23]), 0);
    for (let y = 0; y < 23; y++) {
      for (let x = 0; x < 31; x++) {
        const at = y * source.stride + x;
        expect(target.pixels[at]).toBe(source.pixels[at]);
      }
    }
  });

  it('shifts by whole pixels exactly', () => {
    const source = gradient(32, 24);
    const target = createFrameBuffer(32, 24);
    drawTriangles(target, source, mesh([3, 2, 34, 2, 3, 25, 34, 25]), 0);
    expect(target.pixels[5 * target.stride + 9]).toBe(source.pixels[3 * source.stride + 6]);
  });

  it('never writes outside the frame', () => {
    const source = gradient(32, 24);
    const corner = fc.double({ min: -60, max: 90, noNaN: true });
    fc.assert(
      fc.property(fc.array(corner, { minLength: 8, maxLength: 8 }), (positions) => {
        const target = createFrameBuffer(32, 24);
        drawTriangles(target, source, mesh(positions), 0);
        for (let y = 0; y < 24 + PADDING; y++) {
          for (let x = y < 24 ? 32 : 0; x < target.stride; x++) {
            expect(target.pixels[y * target.stride + x]).toBe(0);
          }
        }
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('leaves no crack between triangles that share an edge', () => {
    const source = gradient(32, 24);
    const target = createFrameBuffer(32, 24);
    drawTriangles(target, source, mesh([1.3, 0.7, 29.1, 2.4, 0.2, 21.9, 30.6, 20.2]), 0);
    for (let y = 4; y < 19; y++) {
      for (let x = 4; x < 27; x++) expect(target.pixels[y * target.stride + x]).not.toBe(0);
    }
  });
});

describe('convertToYuv', () => {
  it('follows BT.709 limited range within one step', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (r, g, b) => {
        const frame = bufferFromPicture({
          width: 2,
          height: 2,
          data: Uint8Array.from([r, g, b, r, g, b, r, g, b, r, g, b]),
        });
        const out = new Uint8Array(yuvSize(2, 2));
        convertToYuv(frame, { left: 0, top: 0, right: 2, bottom: 2 }, out);
        const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        expect(Math.abs(out[0] - (16 + (219 / 255) * luma))).toBeLessThan(0.6);
        expect(Math.abs(out[4] - (128 + ((224 / 255) * (b - luma)) / 1.8556))).toBeLessThan(0.6);
        expect(Math.abs(out[5] - (128 + ((224 / 255) * (r - luma)) / 1.5748))).toBeLessThan(0.6);
      }),
    );
  });
});

describe('findFront', () => {
  it('takes the microphone before the chest, not the gap beside the arm', () => {
    // P person, . nothing; a stand (column 3) before the chest, a gap (column 6) closed below.
    const rows = ['..PPPPPP', 'PPPPPPPP', 'PPP.PP.P', 'PPP.PPPP', 'PPP.PPPP', '........'];
    const matte = Uint8Array.from(rows.join(''), (c) => (c === 'P' ? 255 : 0));
    const front = findFront(matte, 8, 6, 1);
    const isFront = (x: number, y: number): boolean => front[y * 8 + x] === 1;
    expect([isFront(3, 2), isFront(3, 4), isFront(0, 5)]).toEqual([true, true, true]);
    expect([isFront(6, 2), isFront(0, 0), isFront(1, 1)]).toEqual([false, false, false]);
  });
});
