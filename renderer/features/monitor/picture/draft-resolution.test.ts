import { describe, expect, it } from 'vitest';
import { DraftResolution, draftScale } from './draft-resolution.ts';

describe('draftScale', () => {
  it('draws what is shown, never more than the film has', () => {
    expect(draftScale(0.67, 1)).toBe(0.75);
    expect(draftScale(0.5, 1)).toBe(0.5);
    expect(draftScale(3, 1)).toBe(1);
    expect(draftScale(3, 2)).toBe(0.5);
  });
  it('stays recognisable', () => {
    expect(draftScale(0.4, 4)).toBe(0.25);
    expect(draftScale(0.01, 4)).toBe(0.125);
  });
});

describe('DraftResolution', () => {
  const play = (resolution: DraftResolution, frames: readonly number[], passed = 1): void => {
    resolution.start();
    for (const frame of frames) resolution.note(frame, passed);
  };

  it('stays full while frames come in time, at any rate and over a loop', () => {
    const resolution = new DraftResolution();
    play(resolution, [0, 1, 2, 3, 5, 6, 7, 9, 10]);
    play(resolution, [0, 4, 8, 12, 16, 20], 4);
    play(resolution, [20, 19, 18, 17, 80, 79, 78, 77]);
    expect(resolution.divisor).toBe(1);
  });

  it('is halved where frames are late, twice at most, and stays so for the next play', () => {
    const resolution = new DraftResolution();
    play(resolution, [0, 2, 5, 7]);
    expect(resolution.divisor).toBe(2);
    play(resolution, [0, 1, 2]);
    expect(resolution.divisor).toBe(2);
    play(resolution, [0, 3, 6, 9, 12, 15, 18, 21, 24]);
    expect(resolution.divisor).toBe(4);
    resolution.reset(false);
    expect(resolution.divisor).toBe(1);
    resolution.reset(true);
    expect(resolution.divisor).toBe(2);
  });
});
