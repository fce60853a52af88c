import { expect, test } from 'vitest';
import { MeterHold, meterShare } from './meter-hold.ts';

test('the scale ends at full scale and at the floor', () => {
  expect(meterShare(0)).toBe(1);
  expect(meterShare(6)).toBe(1);
  expect(meterShare(-27)).toBeCloseTo(0.5);
  expect(meterShare(-54)).toBe(0);
  expect(meterShare(-Infinity)).toBe(0);
  expect(meterShare(NaN)).toBe(0);
});

test('the mark rises at once, stays, then falls to the level', () => {
  const hold = new MeterHold();
  expect(hold.take(0.8, 0)).toBe(0.8);
  expect(hold.take(0.2, 500)).toBe(0.8);
  expect(hold.take(0.2, 1000)).toBeCloseTo(0.5);
  expect(hold.take(0.2, 2000)).toBe(0.2);
  expect(hold.take(0.9, 2100)).toBe(0.9);
  expect(hold.reset()).toBe(0);
});
