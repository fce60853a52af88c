import { describe, expect, test } from 'vitest';
import { SeededRandom } from '#core/random/seeded-random.ts';
import { TimeLeft } from './time-left.ts';

/** Draws frames five at a time, each frame in the seconds that `secondsOf` says. */
function draw(left: TimeLeft, frames: number, secondsOf: (frame: number) => number): number {
  let now = 100;
  left.advance(0, now);
  for (let frame = 5; frame <= frames; frame += 5) {
    now += 5 * secondsOf(frame);
    left.advance(5, now);
  }
  return now;
}

describe('TimeLeft', () => {
  test('knows nothing until three samples were taken', () => {
    const left = new TimeLeft();
    draw(left, 55, () => 0.1);
    expect(left.rangeFor(100)).toBeNull();
    expect(left.framesPerSecond).toBeNull();
  });

  test('frames that come evenly leave no doubt', () => {
    const left = new TimeLeft();
    draw(left, 100, () => 0.1);
    expect(left.framesPerSecond).toBeCloseTo(10);
    const range = left.rangeFor(200);
    expect(range?.low).toBeCloseTo(20);
    expect(range?.high).toBeCloseTo(20);
  });

  test('the range holds what the rest takes, nine times of ten', () => {
    const random = SeededRandom.stream(3, 'time left');
    let inside = 0;
    for (let round = 0; round < 200; round++) {
      const left = new TimeLeft();
      let seconds = 0.1;
      // The pace changes every 20 frames, as scenes and threads do.
      const pace = (frame: number) => {
        if (frame % 20 === 5) seconds = 0.1 * (1 + 0.4 * random.uniform(-1, 1));
        return seconds;
      };
      draw(left, 200, pace);
      const range = left.rangeFor(300);
      let rest = 0;
      for (let frame = 5; frame <= 300; frame += 5) rest += 5 * pace(frame);
      if (range !== null && rest >= range.low && rest <= range.high) inside++;
    }
    expect(inside).toBeGreaterThan(180);
    expect(inside).toBeLessThan(200);
  });

  test('time that passes between two runs does not count', () => {
    const left = new TimeLeft();
    const now = draw(left, 100, () => 0.1);
    left.restart(now + 3600);
    for (let i = 1; i <= 20; i++) left.advance(5, now + 3600 + i * 0.5);
    expect(left.framesPerSecond).toBeCloseTo(10);
  });
});
