import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './face-analysis.ts';
import { personRegions } from './person-regions.ts';

describe('personRegions', () => {
  it('reaches from the hair to the bottom of the frame', () => {
    const [region] = personRegions([[500, 200, 100, 120]], 1280, 720);
    expect(region[1]).toBeLessThan(200 - 60);
    expect(region[1] + region[3]).toBe(720);
    expect(region[0]).toBeLessThan(420);
    expect(region[0] + region[2]).toBeGreaterThan(680);
  });

  it('never shares a pixel between people and never leaves the frame', () => {
    const cell = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 20, max: 90 }),
        (cells, size) => {
          const boxes = cells.map((c): Box => [
            (c % 4) * 100 + 5,
            Math.floor(c / 4) * 100 + 5,
            size,
            size,
          ]);
          const regions = personRegions(boxes, 400, 400);
          regions.forEach(([x, y, width, height], i) => {
            expect(width).toBeGreaterThan(0);
            expect(height).toBeGreaterThan(0);
            expect(x >= 0 && y >= 0 && x + width <= 400 && y + height <= 400).toBe(true);
            for (const [ox, oy, ow, oh] of regions.slice(i + 1)) {
              const isApart = x + width <= ox || ox + ow <= x || y + height <= oy || oy + oh <= y;
              expect(isApart).toBe(true);
            }
          });
        },
      ),
    );
  });
});
