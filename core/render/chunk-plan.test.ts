import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChunks } from './chunk-plan.ts';

describe('planChunks', () => {
  it('covers every frame of the range once, in order, on the grid', () => {
    const cases = fc
      .tuple(
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(999),
        fc.nat(999),
        fc.integer({ min: 1, max: 90 }),
      )
      .map(([total, a, b, size]) => {
        const first = Math.min(a, b, total - 1);
        return { total, range: { first, end: Math.min(total, Math.max(a, b, first + 1)) }, size };
      });
    fc.assert(
      fc.property(cases, ({ total, range, size }) => {
        const chunks = planChunks(total, range, size);
        expect(chunks[0].range.first).toBe(range.first);
        expect(chunks.at(-1)?.range.end).toBe(range.end);
        chunks.forEach((chunk, i) => {
          expect(chunk.gridFirst).toBe(chunk.index * size);
          expect(chunk.gridEnd).toBe(Math.min(total, chunk.gridFirst + size));
          expect(chunk.range.first).toBeGreaterThanOrEqual(chunk.gridFirst);
          expect(chunk.range.end).toBeLessThanOrEqual(chunk.gridEnd);
          expect(chunk.range.first).toBeLessThan(chunk.range.end);
          if (i > 0) expect(chunk.range.first).toBe(chunks[i - 1].range.end);
        });
      }),
    );
  });

  it('gives the same middle chunks to a range as to the whole film', () => {
    const whole = planChunks(400, { first: 0, end: 400 }, 80);
    const part = planChunks(400, { first: 100, end: 300 }, 80);
    expect(part.slice(1, -1)).toEqual(whole.slice(2, 3));
  });

  it('refuses a range that is empty or outside the film', () => {
    expect(() => planChunks(10, { first: 5, end: 5 }, 4)).toThrow(RangeError);
    expect(() => planChunks(10, { first: 0, end: 11 }, 4)).toThrow(RangeError);
  });
});
