import { expect, test } from 'vitest';
import { EMPTY_DOCUMENT, type ProjectDocument, type ScoreKey } from '#core/project/document.ts';
import {
  assignmentIdSchema,
  personIdSchema,
  poseKeyIdSchema,
  scoreKeyIdSchema,
  voiceIdSchema,
} from '#core/project/ids.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { firstChangedFrame } from './first-changed-frame.ts';

const RATE = { num: 25, den: 1 };
const [ANNA, BEN] = ['anna', 'ben'].map((id) => personIdSchema.parse(id));
const VOICE = voiceIdSchema.parse('voice');
/** Lookahead and ease-in. */
const BEFORE = 37;

const keyAt = (personId: typeof ANNA, frame: number, value = 0.5): ScoreKey => ({
  id: scoreKeyIdSchema.parse(`${personId}${frame}`),
  personId,
  tick: frameToTicks(frame, RATE),
  value,
  interpolation: 'linear',
  inHandle: null,
  outHandle: null,
});

const withKeys = (...scoreKeys: ScoreKey[]): ProjectDocument => ({
  ...EMPTY_DOCUMENT,
  scoreKeys,
});

test('nothing changed, or equal rows with other ids: nothing moves differently', () => {
  const document = withKeys(keyAt(ANNA, 100));
  expect(firstChangedFrame(document, document)).toBeNull();
  const again = withKeys({ ...keyAt(ANNA, 100), id: scoreKeyIdSchema.parse('draft-1') });
  expect(firstChangedFrame(document, again)).toBeNull();
});

test('a key changes the curve from two keys before it on', () => {
  const before = withKeys(keyAt(ANNA, 100), keyAt(ANNA, 200), keyAt(ANNA, 300), keyAt(ANNA, 400));
  const moved = withKeys(keyAt(ANNA, 100), keyAt(ANNA, 200), keyAt(ANNA, 300), keyAt(ANNA, 420));
  expect(firstChangedFrame(before, moved)).toBe(200 - BEFORE);
  const added = withKeys(...before.scoreKeys, keyAt(ANNA, 500));
  expect(firstChangedFrame(before, added)).toBe(300 - BEFORE);
  expect(firstChangedFrame(added, before)).toBe(300 - BEFORE);
});

test('the earliest change of all people counts', () => {
  const before = withKeys(keyAt(ANNA, 500), keyAt(BEN, 300));
  const after = withKeys(keyAt(ANNA, 500, 0.1), keyAt(BEN, 300, 0.1));
  expect(firstChangedFrame(before, after)).toBe(300 - BEFORE);
  expect(firstChangedFrame(EMPTY_DOCUMENT, withKeys(keyAt(BEN, 60)))).toBe(60 - BEFORE);
});

test('a stretch of a voice changes from its start, its certainty changes nothing', () => {
  const stretch = {
    id: assignmentIdSchema.parse('a'),
    voiceId: VOICE,
    personId: ANNA,
    startTick: frameToTicks(250, RATE),
    endTick: null,
    confidence: 0.4,
    source: 'proposal' as const,
  };
  const before = { ...EMPTY_DOCUMENT, assignments: [stretch] };
  const accepted = {
    ...EMPTY_DOCUMENT,
    assignments: [{ ...stretch, source: 'user' as const, confidence: 1 }],
  };
  expect(firstChangedFrame(before, accepted)).toBeNull();
  const given = { ...EMPTY_DOCUMENT, assignments: [{ ...stretch, personId: BEN }] };
  expect(firstChangedFrame(before, given)).toBe(250 - BEFORE);
});

test('pose keys count too', () => {
  const key = {
    id: poseKeyIdSchema.parse('k'),
    personId: ANNA,
    tick: frameToTicks(80, RATE),
    values: { yaw: 0.1 },
    gaze: null,
    joints: {},
    interpolation: 'smooth' as const,
  };
  const after = { ...EMPTY_DOCUMENT, poseKeys: [key] };
  expect(firstChangedFrame(EMPTY_DOCUMENT, after)).toBe(80 - BEFORE);
});
