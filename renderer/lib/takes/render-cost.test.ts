import { expect, test } from 'vitest';
import type { ChunksEvent, ChunkStateName } from '#core/contract/project-types.ts';
import { madeUpTake } from '../../../test/fakes/made-up-take.ts';
import { costOfRange } from './render-cost.ts';

const chunks = (
  states: readonly ChunkStateName[],
  secondsToRender: ChunksEvent['secondsToRender'],
): ChunksEvent => ({
  frames: states.length * 80,
  chunks: states.map((state, index) => ({
    index,
    first: index * 80,
    end: index * 80 + 80,
    state,
    key: `0000000${index}`,
    progress: 0,
  })),
  secondsToRender,
});

test('the estimate of missing chunks scales with the frames that are rendered', () => {
  const event = chunks(['ready', 'stale', 'ready', 'ready'], { low: 4, high: 6 });
  expect(costOfRange(event, [], 0, 320)).toEqual({ chunks: 4, seconds: { low: 16, high: 24 } });
  expect(costOfRange(event, [], 80, 161)).toEqual({ chunks: 2, seconds: { low: 8, high: 12 } });
});

test('when everything is ready, the slowest take tells', () => {
  const event = chunks(['ready', 'ready'], { low: 0, high: 0 });
  const takes = [
    madeUpTake(1, { frames: 160, secondsToRender: 16 }),
    madeUpTake(2, { frames: 160, secondsToRender: 0.1 }),
  ];
  const { seconds } = costOfRange(event, takes, 0, 160);
  expect(seconds?.low).toBeCloseTo(11.2);
  expect(seconds?.high).toBeCloseTo(20.8);
});

test('before the first render nothing is known', () => {
  expect(costOfRange(chunks(['empty', 'empty'], null), [], 0, 160)).toEqual({
    chunks: 2,
    seconds: null,
  });
});
