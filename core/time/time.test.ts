import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/app-error.ts';
import { formatDuration, formatTime, parseTime } from './timecode.ts';
import {
  frameToTicks,
  secondsToTicks,
  ticksToFrame,
  ticksToFrameCount,
  TICKS_PER_SECOND,
} from './ticks.ts';

const RATES = [
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30000, den: 1001 },
  { num: 60000, den: 1001 },
];

describe('ticks', () => {
  it('maps every frame to its first tick and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RATES), fc.nat(5_000_000), (rate, frame) => {
        const tick = frameToTicks(frame, rate);
        expect(Number.isSafeInteger(tick)).toBe(true);
        expect(ticksToFrame(tick, rate)).toBe(frame);
        expect(ticksToFrameCount(tick, rate)).toBe(frame);
        expect(ticksToFrameCount(tick + 1, rate)).toBe(frame + 1);
        if (frame > 0) expect(ticksToFrame(tick - 1, rate)).toBe(frame - 1);
      }),
    );
  });

  it('is exact for film, video and audio rates', () => {
    for (const rate of [24, 25, 30, 60, 16_000, 44_100, 48_000, 96_000]) {
      expect(TICKS_PER_SECOND % rate).toBe(0);
    }
  });
});

describe('timecode', () => {
  it('reads what it writes, to the millisecond', () => {
    fc.assert(
      fc.property(fc.nat(300_000_000), (ms) => {
        const ticks = (ms * TICKS_PER_SECOND) / 1000;
        expect(parseTime(formatTime(ticks))).toBe(ticks);
      }),
    );
  });

  it.each([
    ['2', 2],
    ['2.5', 2.5],
    ['01:02.25', 62.25],
    ['00:00:02.000', 2],
    ['1:00:00', 3600],
  ])('reads %s', (text, seconds) => {
    expect(parseTime(text)).toBe(secondsToTicks(seconds));
  });

  it.each(['', '-1', 'abc', '1:2:3:4', '1e3', '00:00:02,5'])(
    'refuses "%s" with a sentence',
    (text) => {
      expect(() => parseTime(text)).toThrow(AppError);
    },
  );

  it('says durations as people do', () => {
    expect(formatDuration(4.4)).toBe('4 s');
    expect(formatDuration(185)).toBe('3 min 05 s');
    expect(formatDuration(7620)).toBe('2 h 07 min');
  });
});
