import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personIdSchema } from '../project/ids.ts';
import { frameToTicks } from '../time/ticks.ts';
import { copyKeys, pasteKeys } from './clipboard.ts';
import { makeKey, type CurveKey } from './curve-key.ts';
import { drawCurve, mirrorScore, orderSamples, silenceRange } from './draw-curve.ts';
import { evaluateCurve } from './evaluate-curve.ts';
import { fitSamples } from './fit-samples.ts';
import { applyKeyEdit } from './key-edit.ts';
import { releaseRange } from './release-range.ts';

const RATE = { num: 25, den: 1 };
const FRAME = frameToTicks(1, RATE);
const analysedAt = (tick: number): number => Math.sin(tick / FRAME / 12) * 0.9;
const around = { analysedAt, frameTicks: FRAME };
const keysAt = (...places: [frame: number, value: number | null][]): CurveKey[] =>
  places.map(([frame, value]) => makeKey(frame * FRAME, value, 'bezier'));
const effective = (keys: readonly CurveKey[], count = 200) =>
  Array.from(evaluateCurve(keys, RATE, 0, count), (value, frame) =>
    Number.isNaN(value) ? Math.fround(analysedAt(frame * FRAME)) : value,
  );

/** Curves on two sides of a range, and one that reaches over it. */
const BEDS: readonly CurveKey[][] = [
  [],
  keysAt([10, 0.5], [50, -0.5], [51, null]),
  keysAt([10, 0.5], [150, -0.5]),
  keysAt([90, 0], [120, 1], [130, null], [160, 1]),
];

describe('drawing', () => {
  test('a drawn line is met within the tolerance by few keys', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.02, max: 0.3, noNaN: true }), (raw, tolerance) => {
        const samples = raw.map((value, i) => ({ tick: i * FRAME, value }));
        const curve = evaluateCurve(fitSamples(samples, tolerance), RATE, 0, samples.length);
        samples.forEach(({ value }, i) => {
          expect(Math.abs(curve[i] - value)).toBeLessThan(tolerance + 1e-6);
        });
      }),
    );
    const sine = Array.from({ length: 200 }, (_, i) => ({
      tick: i * FRAME,
      value: 0.9 * Math.sin(i / 15),
    }));
    expect(fitSamples(sine, 0.03).length).toBeLessThan(12);
  });

  test('the pencil may turn back; what it drew last counts', () => {
    const at = (tick: number, value: number) => ({ tick, value });
    expect(orderSamples([at(0, 0), at(10, 0), at(20, 0), at(30, 0), at(15, 1)])).toEqual([
      at(0, 0),
      at(10, 0),
      at(15, 1),
      at(30, 0),
    ]);
  });

  test.each(BEDS.map((bed, index) => ({ bed, index })))(
    'outside of what is drawn the curve keeps its shape (bed $index)',
    ({ bed }) => {
      const drawn = Array.from({ length: 21 }, (_, i) => ({
        tick: (60 + i) * FRAME,
        value: Math.cos(i / 5),
      }));
      const before = effective(bed);
      const after = effective(applyKeyEdit(bed, drawCurve(bed, drawn, 0.01, around)));
      after.forEach((value, frame) => {
        if (frame < 57 || frame > 83) expect(value).toBeCloseTo(before[frame], 5);
        else if (frame >= 60 && frame <= 80) {
          expect(Math.abs(value - Math.cos((frame - 60) / 5))).toBeLessThan(0.0101);
        }
      });
    },
  );
});

describe('ranges', () => {
  test.each(BEDS.map((bed, index) => ({ bed, index })))(
    'silence and back (bed $index)',
    ({ bed }) => {
      const before = effective(bed);
      const silent = applyKeyEdit(bed, silenceRange(bed, 60 * FRAME, 81 * FRAME, around));
      effective(silent).forEach((value, frame) => {
        if (frame >= 60 && frame <= 80) expect(value).toBe(-1);
        if (frame < 57 || frame > 83) expect(value).toBeCloseTo(before[frame], 5);
      });
      const released = applyKeyEdit(silent, releaseRange(silent, 56 * FRAME, 90 * FRAME, around));
      effective(released).forEach((value, frame) => {
        const analysed = analysedAt(frame * FRAME);
        if (frame >= 60 && frame <= 86) expect(value).toBeCloseTo(analysed, 5);
        if (frame < 56 || frame > 90) expect(value).toBeCloseTo(before[frame], 5);
      });
    },
  );

  test('releasing everything leaves no key', () => {
    for (const bed of BEDS) {
      expect(applyKeyEdit(bed, releaseRange(bed, 0, null, around))).toEqual([]);
    }
  });

  test('mirroring makes one listen when the other talks', () => {
    const other = Array.from({ length: 60 }, (_, i) => (i < 30 ? 0.9 : -0.8));
    const keys = applyKeyEdit([], mirrorScore([], other, 100 * FRAME, 0.05, around));
    const after = effective(keys);
    expect(after[110]).toBeCloseTo(-0.9, 1);
    expect(after[150]).toBeCloseTo(0.8, 1);
    expect(after[90]).toBe(Math.fround(analysedAt(90 * FRAME)));
  });
});

describe('copying and pasting', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => personIdSchema.parse(id));
  const keys = keysAt([10, 0.5], [20, -0.5], [21, null]);
  const select = (personId: typeof a) => ({
    personId,
    keys,
    ticks: new Set([10 * FRAME, 20 * FRAME, 21 * FRAME]),
  });
  const lane = (personId: typeof a) => ({ personId, keys: [], surroundings: around });
  const target = (...people: (typeof a)[]) => people.map(lane);

  test('one lane goes to every chosen person, at the playhead, ending without a step', () => {
    const pasted = pasteKeys(copyKeys([select(a)]), target(b, c), 100 * FRAME);
    if (pasted.kind !== 'edits') throw new Error(pasted.reason);
    expect(pasted.count).toBe(4);
    expect(pasted.edits.map(({ personId }) => personId)).toEqual([b, c]);
    const after = effective(applyKeyEdit([], pasted.edits[0]));
    expect([after[100], after[110]]).toEqual([0.5, -0.5]);
    expect(after[113]).toBe(Math.fround(analysedAt(113 * FRAME)));
  });

  test('several lanes go to the same people, or to as many others in order', () => {
    const clipboard = copyKeys([select(a), select(b)]);
    const people = (...targets: (typeof a)[]) => {
      const pasted = pasteKeys(clipboard, target(...targets), 0);
      return pasted.kind === 'edits' ? pasted.edits.map(({ personId }) => personId) : pasted.reason;
    };
    expect(people(a, b, c)).toEqual([a, b]);
    expect(people(b, c)).toEqual([b, c]);
    expect(people(c)).toBe('no-match');
  });

  test('nothing is pasted from nothing or onto nobody', () => {
    const nothing = { personId: a, keys, ticks: new Set<number>() };
    expect(pasteKeys(copyKeys([nothing]), target(a), 0)).toEqual({
      kind: 'nothing',
      reason: 'empty',
    });
    expect(pasteKeys(copyKeys([select(a)]), [], 0)).toEqual({
      kind: 'nothing',
      reason: 'no-target',
    });
  });
});
