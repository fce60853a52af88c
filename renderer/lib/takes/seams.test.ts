import { expect, test } from 'vitest';
import type { ChunkState } from '#core/contract/project-types.ts';
import { madeUpTake } from '../../../test/fakes/made-up-take.ts';
import { seamsOf, shownSeam, stepSeam } from './seams.ts';

const chunk = (index: number): ChunkState => ({
  index,
  first: index * 80,
  end: index * 80 + 80,
  state: 'ready',
  key: `0000000${index}`,
  progress: 0,
});
const CHUNKS = [0, 1, 2, 3].map(chunk);
const seams = seamsOf(
  madeUpTake(1, {
    quality: { measuredFrames: 200, people: [], seams: [{ frame: 160, jump: 1.2 }] },
  }),
  CHUNKS,
);
const at = (playheadFrame: number, selectedIndex: number | null = null) => ({
  playheadFrame,
  selectedIndex,
});

test('a seam knows its chunks, and its jump once that is measured', () => {
  expect(seams).toEqual([
    { frame: 80, chunkIndex: 1, chunks: [1, 2], jump: null },
    { frame: 160, chunkIndex: 2, chunks: [2, 3], jump: 1.2 },
  ]);
});

test('a take of a part counts the chunks of the film, and its own where the film has changed', () => {
  const part = madeUpTake(1, { firstFrame: 160, frames: 160, seamFrames: [240] });
  expect(seamsOf(part, CHUNKS)).toMatchObject([{ frame: 240, chunkIndex: 3, chunks: [3, 4] }]);
  expect(seamsOf(part, CHUNKS.slice(0, 2))).toMatchObject([{ frame: 240, chunks: [1, 2] }]);
});

test('from the playhead the walk goes to the next seam that way', () => {
  expect(stepSeam(seams, at(100), 1)?.frame).toBe(160);
  expect(stepSeam(seams, at(100), -1)?.frame).toBe(80);
  expect(stepSeam(seams, at(80), -1)).toBeNull();
  expect(stepSeam(seams, at(80), 1)?.frame).toBe(160);
});

test('from a selected seam it goes to its neighbour, wherever the playhead is', () => {
  expect(stepSeam(seams, at(199, 1), 1)?.frame).toBe(160);
  expect(stepSeam(seams, at(0, 2), 1)).toBeNull();
  expect(stepSeam(seams, at(0, 2), -1)?.frame).toBe(80);
});

test('the selected seam is shown, else the nearest, and none in a take of one chunk', () => {
  expect(shownSeam(seams, at(190, 1))?.frame).toBe(80);
  expect(shownSeam(seams, at(190))?.frame).toBe(160);
  expect(shownSeam(seams, at(10, 7))?.frame).toBe(80);
  expect(shownSeam([], at(0, 1))).toBeNull();
});
