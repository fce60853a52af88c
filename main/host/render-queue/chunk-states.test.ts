import { expect, test } from 'vitest';
import { secondsToTicks } from '#core/time/ticks.ts';
import {
  createTwoSpeakers,
  TWO_SPEAKERS_CHUNKS,
  TWO_VOICES,
} from '../../../test/fakes/two-speakers.ts';
import { listChunkStates, NO_ACTIVITY } from './chunk-states.ts';
import { planFilmChunks, type RenderChoices } from './film-scene.ts';

const WHOLE: RenderChoices = { range: null, size: null, seed: null };
const project = createTwoSpeakers();
const planOf = (choices = WHOLE) =>
  planFilmChunks({ ...TWO_VOICES, document: project.document, encoderVersion: '1' }, choices);

/** The journal after the whole film was rendered. */
function rendered(plan = planOf()) {
  return listChunkStates(plan, []).map(({ key, index }) => ({
    renderId: plan.renderId,
    index,
    key,
    isReady: true,
  }));
}

const namesOf = (states: readonly { readonly state: string }[]): string =>
  states.map(({ state }) => state[0]).join('');

function setScore(second: number, value: number): void {
  const personId = project.document.people[0].id;
  project.execute('setScoreKeys', {
    personId,
    set: [{ tick: secondsToTicks(second), value, interpolation: 'hold' }],
  });
}

test('a film that was never rendered is empty, one that was is ready', () => {
  const states = listChunkStates(planOf(), []);
  expect(namesOf(states)).toBe('e'.repeat(TWO_SPEAKERS_CHUNKS));
  expect(states[3]).toMatchObject({ index: 3, first: 240, end: 320, progress: 0 });
  expect(namesOf(listChunkStates(planOf(), rendered()))).toBe('r'.repeat(TWO_SPEAKERS_CHUNKS));
});

test('an edit makes stale what follows; going back makes it ready again', () => {
  const before = rendered();
  setScore(40, -1);
  expect(namesOf(listChunkStates(planOf(), before))).toBe('r'.repeat(12) + 's'.repeat(8));
  setScore(40, 0.5);
  const both = [...before, ...rendered()];
  setScore(40, -1);
  expect(namesOf(listChunkStates(planOf(), [...both, ...rendered()]))).toBe('r'.repeat(20));
});

test('other settings are another film, of which nothing is stale', () => {
  const seed = planOf({ ...WHOLE, seed: 5 });
  expect(namesOf(listChunkStates(seed, rendered()))).toBe('e'.repeat(20));
});

test('a range shows its own chunks, cut where it begins and ends', () => {
  const range = { inTick: secondsToTicks(4), outTick: secondsToTicks(8) };
  const states = listChunkStates(planOf({ ...WHOLE, range }), rendered());
  expect(states.map(({ index, first, end }) => [index, first, end])).toEqual([
    [1, 100, 160],
    [2, 160, 200],
  ]);
  expect(namesOf(states)).toBe('ss');
});

test('what the queue does shows, unless the chunk is ready', () => {
  const plan = planOf();
  const versions = rendered();
  const keys = versions.map(({ key }) => key);
  const states = listChunkStates(plan, versions.slice(0, 1), {
    ...NO_ACTIVITY,
    queued: new Set(keys.slice(0, 4)),
    rendering: new Map([[keys[1], 0.25]]),
    failed: new Set([keys[5]]),
  });
  expect(states.slice(0, 7).map(({ state }) => state)).toEqual([
    'ready',
    'rendering',
    'queued',
    'queued',
    'empty',
    'failed',
    'empty',
  ]);
  expect(states[1].progress).toBe(0.25);
});
