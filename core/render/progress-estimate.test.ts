import { describe, expect, it } from 'vitest';
import { ProgressEstimate } from './progress-estimate.ts';

describe('ProgressEstimate', () => {
  it('knows no rate before work was done', () => {
    expect(new ProgressEstimate(100, 0).report(10)).toMatchObject({
      rate: null,
      secondsLeft: null,
    });
  });

  it('takes the time left from the work, not from what was skipped', () => {
    const estimate = new ProgressEstimate(100, 0);
    estimate.skip(50);
    estimate.advance(10, 1);
    expect(estimate.report(1)).toEqual({ done: 60, total: 100, rate: 10, secondsLeft: 4 });
  });

  it('never counts beyond the whole', () => {
    const estimate = new ProgressEstimate(100, 0);
    estimate.advance(130, 1);
    expect(estimate.report(1)).toMatchObject({ done: 100, total: 100, secondsLeft: 0 });
  });

  it('follows a change of speed within its window', () => {
    const estimate = new ProgressEstimate(10_000, 0);
    for (let second = 1; second <= 100; second++) estimate.advance(second <= 50 ? 10 : 40, second);
    expect(estimate.report(100).rate).toBeCloseTo(40, 0);
  });
});
