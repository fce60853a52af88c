import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameToTicks } from '#core/time/ticks.ts';
import type { Interpolation } from './document.ts';
import { evaluateScoreOverride } from './score-curve.ts';

const RATE = { num: 25, den: 1 };
const key = (frame: number, value: number | null, interpolation: Interpolation = 'hold') => ({
  tick: frameToTicks(frame, RATE),
  value,
  interpolation,
  inHandle: null,
  outHandle: null,
});
const evaluate = (keys: ReturnType<typeof key>[], count: number, first = 0) => [
  ...evaluateScoreOverride(keys, RATE, first, count),
];

test('without keys and before the first key the automatic score holds', () => {
  expect(evaluate([], 2)).toEqual([NaN, NaN]);
  expect(evaluate([key(1, 0.5)], 3)).toEqual([NaN, 0.5, 0.5]);
});

test('a null key ends an override', () => {
  expect(evaluate([key(0, -1), key(2, null), key(4, 1)], 5)).toEqual([-1, -1, NaN, NaN, 1]);
  expect(evaluate([key(0, -1, 'linear'), key(2, null)], 3)).toEqual([-1, -1, NaN]);
});

test('linear goes straight, bezier eases, hold waits', () => {
  expect(evaluate([key(0, 0, 'linear'), key(4, 1)], 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(evaluate([key(0, 0, 'bezier'), key(4, 1)], 5)).toEqual([0, 0.15625, 0.5, 0.84375, 1]);
  expect(evaluate([key(0, 0, 'hold'), key(4, 1)], 5)).toEqual([0, 0, 0, 0, 1]);
});

test('a part of the film has the values of the whole', () => {
  const keys = [key(1, -1, 'linear'), key(4, 1, 'bezier'), key(8, 0), key(9, null)];
  fc.assert(
    fc.property(fc.nat(12), fc.nat(12), (first, count) => {
      expect(evaluate(keys, count, first)).toEqual(evaluate(keys, 24).slice(first, first + count));
    }),
  );
});

test('a curve never leaves [-1, 1]', () => {
  const anyKey = fc.record({
    frame: fc.nat(50),
    value: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
    interpolation: fc.constantFrom<Interpolation>('hold', 'linear', 'bezier'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyKey, { selector: ({ frame }) => frame }), (raw) => {
      const keys = raw
        .sort((a, b) => a.frame - b.frame)
        .map(({ frame, value, interpolation }) => key(frame, value, interpolation));
      for (const value of evaluate(keys, 60)) {
        if (!Number.isNaN(value)) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
