import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameToTicks } from '../time/ticks.ts';
import { solveTime } from './bezier.ts';
import { makeKey, type CurveKey } from './curve-key.ts';
import { curveValueAt, evaluateCurve } from './evaluate-curve.ts';
import { insertKey, splitAt } from './insert-key.ts';
import { applyKeyEdit } from './key-edit.ts';

const RATE = { num: 25, den: 1 };
const FRAME = frameToTicks(1, RATE);

const handle = fc.option(
  fc.record({ ticks: fc.nat(40 * FRAME), value: fc.double({ min: -1, max: 1, noNaN: true }) }),
);
const anyKeys: fc.Arbitrary<CurveKey[]> = fc
  .uniqueArray(
    fc.record({
      tick: fc.nat(100).map((frame) => frame * FRAME),
      value: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { freq: 5 }),
      interpolation: fc.constantFrom('hold' as const, 'linear' as const, 'bezier' as const),
      inHandle: handle,
      outHandle: handle,
    }),
    { selector: ({ tick }) => tick, maxLength: 12 },
  )
  .map((keys) => keys.sort((a, b) => a.tick - b.tick));

describe('evaluating', () => {
  test('time solves to what it was made of, for handles of any reach', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fraction, fraction, fraction, (x1, x2, t) => {
        const x = 3 * (1 - t) ** 2 * t * x1 + 3 * (1 - t) * t * t * x2 + t ** 3;
        const solved = solveTime({ x1, x2 }, x);
        const back =
          3 * (1 - solved) ** 2 * solved * x1 + 3 * (1 - solved) * solved ** 2 * x2 + solved ** 3;
        expect(Math.abs(back - x)).toBeLessThan(1e-8);
      }),
      { numRuns: 500 },
    );
  });

  test('a handle pulls the curve, and one that overshoots in value is cut at the bounds', () => {
    const up = { ticks: 10 * FRAME, value: 2 };
    const keys = [
      { ...makeKey(0, 0, 'bezier'), outHandle: up },
      { ...makeKey(30 * FRAME, 0, 'hold'), inHandle: up },
    ];
    const values = evaluateCurve(keys, RATE, 0, 31);
    expect(values[15]).toBe(1);
    expect(values[2]).toBeGreaterThan(0.3);
    expect([values[0], values[30]]).toEqual([0, 0]);
  });

  test('one frame alone has the value that the whole film has there', () => {
    fc.assert(
      fc.property(anyKeys, fc.nat(110), (keys, frame) => {
        const [alone] = evaluateCurve(keys, RATE, frame, 1);
        expect(alone).toBe(evaluateCurve(keys, RATE, 0, 111)[frame]);
        expect(Math.fround(curveValueAt(keys, frame * FRAME))).toBe(alone);
      }),
    );
  });
});

describe('inserting', () => {
  test('the halves of two handles that cross reach beyond each other', () => {
    const keys = [
      { ...makeKey(0, 0, 'bezier'), outHandle: { ticks: 30 * FRAME, value: -0.25 } },
      { ...makeKey(12 * FRAME, 0, 'hold'), inHandle: { ticks: 30 * FRAME, value: 0 } },
    ];
    const after = splitAt(keys, 8 * FRAME + 7);
    const before = evaluateCurve(keys, RATE, 0, 13);
    evaluateCurve(after, RATE, 0, 13).forEach((value, frame) => {
      expect(value).toBeCloseTo(before[frame], 3);
    });
  });

  test('a key on the curve does not change the curve', () => {
    fc.assert(
      fc.property(anyKeys, fc.nat(110 * FRAME), (keys, tick) => {
        // A curve that leaves its bounds is cut there, and no key can stand outside of them.
        const tame = keys.map((key) => ({
          ...key,
          value: key.value === null ? null : key.value / 4,
          inHandle: key.inHandle && { ...key.inHandle, value: key.inHandle.value / 4 },
          outHandle: key.outHandle && { ...key.outHandle, value: key.outHandle.value / 4 },
        }));
        const after = splitAt(tame, tick);
        const before = evaluateCurve(tame, RATE, 0, 111);
        const moved = evaluateCurve(after, RATE, 0, 111).map((value, frame) =>
          Number.isNaN(value) && Number.isNaN(before[frame]) ? 0 : Math.abs(value - before[frame]),
        );
        // Ticks are whole: where a curve stands upright in time, half a tick is seen in the value.
        expect(Math.max(...moved)).toBeLessThan(1e-3);
        expect(applyKeyEdit(tame, insertKey(tame, tick))).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  test('where the analysed score holds there is nothing to insert into', () => {
    const keys = [makeKey(10, 1, 'hold'), makeKey(20, null, 'hold')];
    expect(insertKey(keys, 5)).toEqual({ set: [], remove: [] });
    expect(insertKey(keys, 25)).toEqual({ set: [], remove: [] });
    expect(insertKey(keys, 15).set).toEqual([makeKey(15, 1, 'hold')]);
  });
});
