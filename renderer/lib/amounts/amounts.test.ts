import { expect, test } from 'vitest';
import { bytesText, durationRangeText, durationText } from './amounts.ts';

const join = (low: string, high: string): string => `${low} to ${high}`;

test('sizes in the unit that leaves few figures', () => {
  const texts = [0, 640, 999_600, 1_100_000_000, 9_960_000, 412_300_000_000];
  expect(texts.map((bytes) => bytesText(bytes, 'en'))).toEqual([
    '0 bytes',
    '640 bytes',
    '1.0 MB',
    '1.1 GB',
    '10 MB',
    '412 GB',
  ]);
});

test('durations, never shorter than a second', () => {
  expect([0, 40.4, 89, 95, 1800, 6000].map((seconds) => durationText(seconds, 'en'))).toEqual([
    '1 s',
    '40 s',
    '89 s',
    '2 min',
    '30 min',
    '1.7 h',
  ]);
});

test('a range in one unit, or one value where both ends read the same', () => {
  expect(durationRangeText({ low: 35, high: 45 }, 'en', join)).toBe('35 to 45 s');
  expect(durationRangeText({ low: 100, high: 300 }, 'en', join)).toBe('2 to 5 min');
  expect(durationRangeText({ low: 290, high: 300 }, 'en', join)).toBe('5 min');
  expect(durationRangeText({ low: 0, high: 0 }, 'en', join)).toBe('1 s');
});
