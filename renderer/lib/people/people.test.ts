import { expect, test } from 'vitest';
import {
  EMPTY_DOCUMENT,
  personSchema,
  sceneSchema,
  voiceSchema,
  type Assignment,
  type ProjectDocument,
} from '#core/project/document.ts';
import { assignmentIdSchema } from '#core/project/ids.ts';
import { scoreKeySchema } from '#core/project/document.ts';
import { buildPersonTracks } from '#core/render/person-tracks.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { effectiveScores } from './effective-scores.ts';
import { findOverlaps, type Overlap } from './find-overlaps.ts';
import { activitiesAt, voicesOfPerson } from './person-activity.ts';
import { presenceOf } from './presence.ts';

const RATE = { num: 25, den: 1 };
const FRAMES = 500;
const FACE = {
  box: [0, 0, 10, 10],
  region: [0, 0, 20, 20],
  landmarks: new Array<number>(478 * 3).fill(1),
  headPose: { pitch: 0, yaw: 0, roll: 0 },
  mouth: { gap: 0, state: 'closed', teethFraction: 0 },
  eyeAspect: [0.3, 0.3],
  confidence: 1,
  landmarkSpread: 0,
};
const person = (id: string, order: number, extra = {}) =>
  personSchema.parse({
    id,
    name: id,
    order,
    silent: false,
    matteId: null,
    face: FACE,
    source: 'detected',
    ...extra,
  });
const voice = (id: string, order: number) =>
  voiceSchema.parse({
    id,
    name: id,
    order,
    mediaId: id,
    durationTicks: frameToTicks(FRAMES, RATE),
  });
const give = (voiceId: string, personId: string, extra: Partial<Assignment> = {}): Assignment => ({
  id: assignmentIdSchema.parse(`${voiceId}-${personId}`),
  voiceId: voice(voiceId, 0).id,
  personId: person(personId, 0).id,
  startTick: 0,
  endTick: null,
  confidence: 1,
  source: 'user',
  ...extra,
});

/** Speaks over [first, end). */
const scoresOf = (...runs: [first: number, end: number][]): Float32Array =>
  Float32Array.from({ length: FRAMES }, (_, i) =>
    runs.some(([first, end]) => i >= first && i < end) ? 0.8 : -0.8,
  );

const DOCUMENT: ProjectDocument = {
  ...EMPTY_DOCUMENT,
  scene: sceneSchema.parse({
    pictureId: 'picture',
    plateId: null,
    size: [64, 64],
    seed: 1,
    frameRate: RATE,
  }),
  people: [person('anna', 0), person('ben', 1)],
  voices: [voice('left', 0), voice('right', 1)],
  assignments: [give('left', 'anna'), give('right', 'ben')],
};
const SCORES = [scoresOf([0, 100], [300, 400]), scoresOf([90, 200])];

test('who talks, listens and is silent', () => {
  const states = (frame: number, document = DOCUMENT): unknown[] =>
    activitiesAt(document, SCORES, frame).map(({ state }) => state);
  expect(states(50)).toEqual(['talking', 'listening']);
  expect(states(95)).toEqual(['talking', 'talking']);
  expect(states(150)).toEqual(['listening', 'talking']);
  expect(states(250)).toEqual(['silent', 'silent']);
  const silenced = { ...DOCUMENT, people: [person('anna', 0, { silent: true }), person('ben', 1)] };
  expect(states(50, silenced)).toEqual(['silent', 'listening']);
  expect(activitiesAt(DOCUMENT, [], 50)[0].state).toBeNull();
});

test('two voices in one mouth are a conflict only while both sound', () => {
  const both = { ...DOCUMENT, assignments: [give('left', 'anna'), give('right', 'anna')] };
  expect(activitiesAt(both, SCORES, 95)[0].isConflict).toBe(true);
  expect(activitiesAt(both, SCORES, 50)[0].isConflict).toBe(false);
});

test('scores of some frames are those of the whole film', () => {
  const keys = [50, 120, 180].map((frame, i) =>
    scoreKeySchema.parse({
      id: `k${i}`,
      personId: 'anna',
      tick: frameToTicks(frame, RATE),
      value: i === 2 ? null : 0.5 - i,
      interpolation: 'linear',
    }),
  );
  const people = [person('anna', 0, { followVoice: 0.25 }), person('ben', 1)];
  const document = { ...DOCUMENT, scoreKeys: keys, people };
  const whole = buildPersonTracks(document, SCORES, FRAMES, RATE)[0].scores;
  const some = effectiveScores(document, SCORES, people[0], { firstFrame: 37, count: 90, step: 3 });
  some.forEach((value, i) => expect(value).toBeCloseTo(whole[37 + 3 * i], 5));
  const first = effectiveScores(document, SCORES, people[0], {
    firstFrame: 0,
    count: 100,
    step: 5,
  });
  first.forEach((value, i) => expect(value).toBeCloseTo(whole[5 * i], 5));
});

test('the bar of presence shows where a person speaks', () => {
  expect(presenceOf(DOCUMENT, SCORES, DOCUMENT.people[0], FRAMES, 200)).toEqual([
    { from: 0, to: 0.2 },
    { from: 0.6, to: 0.8 },
  ]);
  expect(presenceOf(DOCUMENT, [], DOCUMENT.people[0], FRAMES, 200)).toEqual([]);
});

test('a person is known by the voice of the moment, else by any', () => {
  const split = {
    ...DOCUMENT,
    assignments: [
      give('left', 'anna', { endTick: frameToTicks(100, RATE) }),
      give('right', 'anna', {
        startTick: frameToTicks(200, RATE),
        source: 'proposal',
        confidence: 0.6,
      }),
    ],
  };
  const names = (frame: number): unknown[] =>
    voicesOfPerson(split, 'anna', frameToTicks(frame, RATE)).map(({ voice: each, confidence }) => [
      each.name,
      confidence,
    ]);
  expect(names(50)).toEqual([['left', null]]);
  expect(names(300)).toEqual([['right', 0.6]]);
  expect(names(150)).toEqual([
    ['left', null],
    ['right', 0.6],
  ]);
  expect(voicesOfPerson(split, 'ben', 0)).toEqual([]);
});

function run(document: ProjectDocument, scores: readonly Float32Array[]): readonly Overlap[] {
  const search = findOverlaps(document, scores, FRAMES);
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}

test('overlaps are found with who goes on, and breaths are not', () => {
  expect(run(DOCUMENT, SCORES)).toEqual([
    {
      kind: 'both-talk',
      personIds: ['anna', 'ben'],
      firstFrame: 90,
      endFrame: 100,
      goesOn: 'ben',
    },
  ]);
  expect(run(DOCUMENT, [scoresOf([0, 100]), scoresOf([97, 200])])).toEqual([]);
  const both = { ...DOCUMENT, assignments: [give('left', 'anna'), give('right', 'anna')] };
  expect(run(both, SCORES)).toMatchObject([
    { kind: 'two-voices', personIds: ['anna'], firstFrame: 90, endFrame: 100 },
  ]);
  expect(run(DOCUMENT, [scoresOf([400, 500]), scoresOf([450, 500])])).toMatchObject([
    { firstFrame: 450, endFrame: 500, goesOn: null },
  ]);
});
