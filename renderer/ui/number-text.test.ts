import { describe, expect, it } from 'vitest';
import { numberText, rangeText, readNumber, snapNumber } from './number-text.ts';

describe('numbers in fields', () => {
  it('show a real minus, and no negative zero', () => {
    expect(numberText(-20, 0)).toBe('−20');
    expect(numberText(-0.001, 2)).toBe('0.00');
  });

  it('read either minus, point or comma, and refuse the rest', () => {
    expect(readNumber('−1,5')).toBe(-1.5);
    expect(readNumber(' +.25 ')).toBe(0.25);
    for (const text of ['', 'abc', '1e9', '1.2.3', '--2', 'Infinity'])
      expect(readNumber(text)).toBeNull();
  });

  it('say the range', () => {
    expect(rangeText(-200, 200, 0)).toBe('±200');
    expect(rangeText(0, 1, 1)).toBe('0.0–1.0');
  });

  it('snap without tails, and stay inside', () => {
    expect(snapNumber(0.1 + 0.2, 0, 1, 0.1)).toBe(0.3);
    expect(snapNumber(7, -1, 1, 0.05)).toBe(1);
  });
});
