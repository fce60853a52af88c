import { expect, test } from 'vitest';
import { madeUpTake } from '../../../test/fakes/made-up-take.ts';
import { seamsOf, shownSeam, stepSeam } from './seams.ts';

const seams = seamsOf(
  madeUpTake(1, {
    quality: { measuredFrames: 200, people: [], seams: [{ frame: 160, jump: 1.2 }] },
  }),
);

test('a seam knows its chunks, and its jump once that is measured', () => {
  expect(seams).toEqual([
    { index: 0, frame: 80, chunks: [1, 2], jump: null },
    { index: 1, frame: 160, chunks: [2, 3], jump: 1.2 },
  ]);
});

test('from the playhead the walk goes to the next seam that way', () => {
  expect(stepSeam(seams, null, 100, 1)?.frame).toBe(160);
  expect(stepSeam(seams, null, 100, -1)?.frame).toBe(80);
  expect(stepSeam(seams, null, 80, -1)).toBeNull();
  expect(stepSeam(seams, null, 80, 1)?.frame).toBe(160);
});

test('from a selected seam it goes to its neighbour, wherever the playhead is', () => {
  expect(stepSeam(seams, 0, 199, 1)?.frame).toBe(160);
  expect(stepSeam(seams, 1, 0, 1)).toBeNull();
  expect(stepSeam(seams, 1, 0, -1)?.frame).toBe(80);
});

test('the selected seam is shown, else the nearest, and none in a take of one chunk', () => {
  expect(shownSeam(seams, 0, 190)?.frame).toBe(80);
  expect(shownSeam(seams, null, 190)?.frame).toBe(160);
  expect(shownSeam(seams, 5, 10)?.frame).toBe(80);
  expect(shownSeam([], 0, 0)).toBeNull();
});
