import { beforeEach, expect, test } from 'vitest';
import { MotionTracks } from '#core/render/motion-tracks.ts';
import { secondsToTicks } from '#core/time/ticks.ts';
import { fakeFace } from '../../../test/fakes/fake-project.ts';
import {
  createTwoSpeakers,
  TWO_SPEAKERS_CHUNKS as CHUNKS,
  TWO_VOICES as VOICES,
  type DocumentInMemory,
} from '../../../test/fakes/two-speakers.ts';
import { gridOf, planMotionScene } from './motion-scene.ts';

/** Kept from edit to edit, as the window's host does. */
const tracks = new MotionTracks();
let project: DocumentInMemory;

beforeEach(() => {
  project = createTwoSpeakers();
});

/** One key per chunk. */
function keysOf(voices = VOICES): string[] {
  const plan = planMotionScene(project.document, voices, null, tracks);
  const keys = plan.startKeys(plan.constant);
  return Array.from({ length: CHUNKS }, (_, index) => {
    keys.next(gridOf(plan, index));
    return keys.position;
  });
}

/** The first chunk that an edit makes stale; checks that everything behind it is stale too. */
function firstStale(edit: () => void): number {
  const before = keysOf();
  edit();
  const after = keysOf();
  const first = after.findIndex((key, index) => key !== before[index]);
  if (first >= 0) {
    for (let i = first; i < CHUNKS; i++) expect(after[i]).not.toBe(before[i]);
  }
  return first;
}

test('the same document has the same keys, whatever is known of earlier ones', () => {
  expect(firstStale(() => undefined)).toBe(-1);
  const fresh = planMotionScene(project.document, VOICES, null);
  const keys = fresh.startKeys(fresh.constant);
  keys.next(gridOf(fresh, 0));
  expect(keys.position).toBe(keysOf()[0]);
});

test('a score key makes stale the chunk that looks ahead to it, and what follows', () => {
  const setAt = (frame: number) =>
    firstStale(() =>
      project.execute('setScoreKeys', {
        personId: project.document.people[1].id,
        set: [{ tick: secondsToTicks(frame / 25), value: 0.25 }],
      }),
    );
  expect(setAt(825)).toBe(10);
  expect(setAt(824)).toBe(9);
  expect(setAt(800)).toBe(9);
});

test('a lip offset makes stale what follows the first word of that voice', () => {
  const setOffset = (voice: number, ms: number) =>
    firstStale(() => {
      const voices = project.document.voices.map((each, index) =>
        index === voice ? { ...each, lipOffsetTicks: secondsToTicks(ms / 1000) } : each,
      );
      project.document = { ...project.document, voices };
    });
  // Ben speaks from frame 500 on, which chunk 5 looks ahead to.
  expect(setOffset(1, 10)).toBe(5);
  expect(setOffset(1, -120)).toBe(5);
  expect(setOffset(0, 10)).toBe(0);
});

test('a pose key makes stale the chunk in which it begins to act, and what follows', () => {
  const setAt = (frame: number, yaw: number) =>
    firstStale(() =>
      project.execute('setPoseKeys', {
        personId: project.document.people[1].id,
        set: [{ tick: secondsToTicks(frame / 25), values: { yaw }, interpolation: 'hold' }],
      }),
    );
  // Keys ease in over 12 frames; the chunks before know nothing of them.
  expect(setAt(825, 0.2)).toBe(10);
  expect(setAt(1291, 0.1)).toBe(16);
  expect(setAt(1291, 0.15)).toBe(16);
  expect(setAt(403, 0.1)).toBe(4);
  const removed = firstStale(() =>
    project.execute('setPoseKeys', {
      personId: project.document.people[1].id,
      remove: [secondsToTicks(1291 / 25)],
    }),
  );
  expect(removed).toBe(16);
});

test('a gaze key makes stale its own chunk and what follows', () => {
  const [a, b] = project.document.people;
  const gaze = { kind: 'person' as const, personId: b.id };
  const set = [{ tick: secondsToTicks(640 / 25), gaze }];
  expect(firstStale(() => project.execute('setPoseKeys', { personId: a.id, set }))).toBe(8);
});

test('how much of the own motion stays counts only under keys', () => {
  const [a] = project.document.people;
  const keep = (keepMotion: number) =>
    firstStale(() => project.execute('setKeepMotion', { personId: a.id, keepMotion }));
  expect(keep(0.5)).toBe(-1);
  const set = [{ tick: secondsToTicks(640 / 25), values: { smile: 0.5 } }];
  project.execute('setPoseKeys', { personId: a.id, set });
  expect(keep(0.25)).toBe(7);
});

test('a sound that differs late makes nothing early stale', () => {
  const before = keysOf();
  const sounds = VOICES.sounds.map((digest) => digest.slice());
  sounds[0][12 * 32] ^= 1;
  const after = keysOf({ ...VOICES, sounds });
  const first = after.findIndex((key, index) => key !== before[index]);
  // Block 12 starts at frame 960; chunk 9 ends at 800 and hears 125 frames further.
  expect(first).toBe(10);
});

test('faces, seed and assignments change everything', () => {
  expect(firstStale(() => project.execute('setSceneSettings', { seed: 99 }))).toBe(0);
  expect(
    firstStale(() => {
      const [a, ...others] = project.document.people;
      project.document = {
        ...project.document,
        people: [{ ...a, face: fakeFace(201) }, ...others],
      };
    }),
  ).toBe(0);
});
