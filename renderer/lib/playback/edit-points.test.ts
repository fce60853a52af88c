import { expect, test } from 'vitest';
import { frameToTicks, secondsToTicks } from '#core/time/ticks.ts';
import { interview } from '../../../test/fakes/workbench.ts';
import { findEditPoint } from './edit-points.ts';

test('walks the ends of stretches and the film, one frame at a time', () => {
  const bench = interview();
  const { voices, people } = bench.document;
  bench.run('assignVoice', {
    voiceId: voices[0].id,
    personId: people[0].id,
    startTick: secondsToTicks(2),
    endTick: secondsToTicks(4),
  });
  const at = (seconds: number, direction: 1 | -1): number | null =>
    findEditPoint(bench.document, secondsToTicks(seconds), direction);
  const last = frameToTicks(249, { num: 25, den: 1 });
  expect(at(0, 1)).toBe(secondsToTicks(2));
  expect(at(2, 1)).toBe(secondsToTicks(4));
  // Inside the frame of an edit, that edit is here already.
  expect(at(2.02, 1)).toBe(secondsToTicks(4));
  expect(at(4, 1)).toBe(last);
  expect(at(9.96, 1)).toBeNull();
  expect(at(3, -1)).toBe(secondsToTicks(2));
  expect(at(1, -1)).toBe(0);
  expect(at(0, -1)).toBeNull();
});
