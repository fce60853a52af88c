import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TICKS_PER_SECOND as SECOND } from '#core/time/ticks.ts';
import {
  BLOCK_TICKS,
  CLOCK_RATE,
  PLAY_RATES,
  createRun,
  endSeconds,
  planPieces,
  tickAt,
  type FilmRun,
} from './film-run.ts';

const FILM: FilmRun = {
  startFrame: 1000,
  startTick: 0,
  rate: 1,
  firstTick: 0,
  endTick: 20 * SECOND,
  isLooping: false,
};

test('stands before the start and at the end', () => {
  const run = createRun({ ...FILM, startTick: 2 * SECOND });
  expect(tickAt(run, 0)).toBe(2 * SECOND);
  expect(tickAt(run, run.startFrame / CLOCK_RATE + 3)).toBeCloseTo(5 * SECOND, -1);
  expect(tickAt(run, 1000)).toBe(20 * SECOND);
  expect(endSeconds(run)).toBeCloseTo(run.startFrame / CLOCK_RATE + 18, 9);
});

test('loops its range in both directions, and starts inside it', () => {
  const loop = { ...FILM, firstTick: 4 * SECOND, endTick: 6 * SECOND, isLooping: true };
  const forward = createRun({ ...loop, startTick: 5 * SECOND });
  const at = (run: FilmRun, seconds: number): number =>
    tickAt(run, run.startFrame / CLOCK_RATE + seconds) / SECOND;
  expect(at(forward, 0.5)).toBeCloseTo(5.5, 6);
  expect(at(forward, 1.5)).toBeCloseTo(4.5, 6);
  expect(at(forward, 7.25)).toBeCloseTo(4.25, 6);
  expect(endSeconds(forward)).toBeNull();
  expect(createRun({ ...loop, startTick: 0 }).startTick).toBe(4 * SECOND);
  const backward = createRun({ ...loop, startTick: 5 * SECOND, rate: -2 });
  expect(at(backward, 0.25)).toBeCloseTo(4.5, 6);
  expect(at(backward, 0.75)).toBeCloseTo(5.5, 6);
});

test('pieces of sound meet on the clock and in the film, at every rate and in every loop', () => {
  fc.assert(
    fc.property(
      fc.record({
        startTick: fc.integer({ min: 0, max: 20 * SECOND }),
        firstTick: fc.integer({ min: 0, max: 9 * SECOND }),
        length: fc.integer({ min: SECOND / 25, max: 11 * SECOND }),
        rate: fc.constantFrom(...PLAY_RATES, ...PLAY_RATES.map((rate) => -rate)),
        isLooping: fc.boolean(),
      }),
      ({ length, ...given }) => {
        const run = createRun({ ...FILM, ...given, endTick: given.firstTick + length });
        const start = { startFrame: run.startFrame, startTick: run.startTick };
        const { pieces, cursor } = planPieces(run, start, run.startFrame + 4 * CLOCK_RATE);
        let frame = run.startFrame;
        for (const { startFrame, fromTick, toTick } of pieces) {
          expect(startFrame).toBe(frame);
          const frames = (Math.abs(toTick - fromTick) * CLOCK_RATE) / SECOND / Math.abs(run.rate);
          expect(Number.isInteger(frames)).toBe(true);
          expect(Math.sign(toTick - fromTick)).toBe(Math.sign(run.rate));
          const [low, high] = [Math.min(fromTick, toTick), Math.max(fromTick, toTick)];
          expect(low).toBeGreaterThanOrEqual(run.firstTick);
          expect(high).toBeLessThanOrEqual(run.endTick);
          expect(Math.floor(low / BLOCK_TICKS)).toBe(Math.ceil(high / BLOCK_TICKS) - 1);
          // The picture's clock says the same as the plan of the sound.
          expect(tickAt(run, (startFrame + frames / 2) / CLOCK_RATE)).toBeCloseTo(
            (fromTick + toTick) / 2,
            -2,
          );
          frame += frames;
        }
        if (!run.isLooping && cursor === null) expect(frame / CLOCK_RATE).toBe(endSeconds(run));
      },
    ),
  );
});

test('planning in steps gives what planning at once gives', () => {
  const run = createRun({ ...FILM, startTick: 7 * SECOND, isLooping: true, rate: 2 });
  const start = { startFrame: run.startFrame, startTick: run.startTick };
  const whole = planPieces(run, start, run.startFrame + 20 * CLOCK_RATE).pieces;
  const parts = [];
  let cursor: typeof start | null = start;
  for (let second = 1; second <= 20; second++) {
    const planned = planPieces(run, cursor, run.startFrame + second * CLOCK_RATE);
    parts.push(...planned.pieces);
    cursor = planned.cursor;
  }
  expect(parts).toEqual(whole);
});
