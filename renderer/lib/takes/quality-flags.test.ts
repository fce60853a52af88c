import { expect, test } from 'vitest';
import type { PersonQuality, Take } from '#core/contract/project-types.ts';
import { madeUpTake } from '../../../test/fakes/made-up-take.ts';
import { flagsOf, isOnlySpeakerMoving, judge } from './quality-flags.ts';
import { seamsOf } from './seams.ts';

const GOOD: PersonQuality = {
  personId: null,
  name: 'Anna',
  lipOwn: 0.62,
  lagFrames: 1,
  silentRatio: 0.17,
  eyeMotionListening: 0.0099,
};
const measured = (people: readonly PersonQuality[], jump = 0.8) =>
  madeUpTake(1, {
    firstFrame: 40,
    quality: { measuredFrames: 200, people, seams: [{ frame: 80, jump }] },
  });

const flags = (take: Take) => flagsOf(take, seamsOf(take, []));

test('figures at their limits are good, beyond them they are not', () => {
  expect(judge('lipOwn', 0.4)).toBe('good');
  expect(judge('lipOwn', 0.39)).toBe('low');
  expect(judge('lagFrames', -1)).toBe('good');
  expect(judge('lagFrames', -2)).toBe('low');
  expect(judge('lagFrames', 2)).toBe('high');
  expect(judge('silentRatio', 0.25)).toBe('good');
  expect(judge('silentRatio', 0.26)).toBe('high');
  expect(judge('eyeMotionListening', 0.0079)).toBe('low');
  expect(judge('eyeMotionListening', 0.0161)).toBe('high');
});

test('what could not be measured is neither good nor bad', () => {
  expect(judge('lipOwn', null)).toBeNull();
  const listener = { ...GOOD, lipOwn: null, lagFrames: null, silentRatio: null };
  expect(flags(measured([listener]))).toEqual([]);
  expect(isOnlySpeakerMoving(measured([listener]).quality!)).toBe(false);
});

test('a flag of a person covers the take, a flag of a seam its surroundings', () => {
  const take = measured([GOOD, { ...GOOD, name: 'Ben', lagFrames: -2 }], 1.9);
  expect(flags(take)).toMatchObject([
    { kind: 'person', figure: 'lagFrames', verdict: 'low', name: 'Ben', first: 40, end: 240 },
    { kind: 'seam', seam: { chunks: [1, 2] }, jump: 1.9, first: 68, end: 92 },
  ]);
});

test('only who speaks moves the lips when every silent ratio is good', () => {
  expect(isOnlySpeakerMoving(measured([GOOD, GOOD]).quality!)).toBe(true);
  expect(isOnlySpeakerMoving(measured([GOOD, { ...GOOD, silentRatio: 0.4 }]).quality!)).toBe(false);
});

test('a take that is not measured has no flags', () => {
  expect(flags(madeUpTake(1))).toEqual([]);
});
