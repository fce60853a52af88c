import { expect, test } from 'vitest';
import { secondsToTicks } from '../time/ticks.ts';
import { shiftScores } from './shift-scores.ts';

const RATE = { num: 25, den: 1 };
const SCORES = Float32Array.of(0.1, 0.2, 0.3, 0.4);
const shifted = (ms: number): number[] =>
  [...shiftScores(SCORES, secondsToTicks(ms / 1000), RATE)].map((x) => Math.round(x * 10) / 10);

test('later lips are scored later, earlier lips earlier', () => {
  expect(shifted(80)).toEqual([-1, -1, 0.1, 0.2, 0.3, 0.4]);
  expect(shifted(-80)).toEqual([0.3, 0.4]);
  expect(shifted(-200)).toEqual([]);
});

test('less than half a frame moves nothing', () => {
  expect(shiftScores(SCORES, secondsToTicks(0.019), RATE)).toBe(SCORES);
});
