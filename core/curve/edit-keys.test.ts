import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameToTicks } from '../time/ticks.ts';
import { makeKey, type CurveKey } from './curve-key.ts';
import { deleteKeys } from './delete-keys.ts';
import { findEditedSpans } from './edited-spans.ts';
import { curveValueAt, evaluateCurve } from './evaluate-curve.ts';
import { applyKeyEdit, type KeyEdit } from './key-edit.ts';
import { moveKeys, shiftKeys } from './move-keys.ts';
import { addKey, openEditedSpan } from './open-edited-span.ts';
import { scaleKeys } from './scale-keys.ts';
import { dragHandle, setInterpolation } from './shape-keys.ts';
import { smoothKeys } from './smooth-keys.ts';

const RATE = { num: 25, den: 1 };
const FRAME = frameToTicks(1, RATE);
const LIMITS = { frameTicks: FRAME, endTick: 250 * FRAME };
/** An analysed score that always slides. */
const analysedAt = (tick: number): number => Math.sin(tick / FRAME / 12) * 0.9;
const options = { analysedAt, frameTicks: FRAME };

/** Keys at frames with values. */
const keysAt = (...places: [frame: number, value: number | null][]): CurveKey[] =>
  places.map(([frame, value]) => makeKey(frame * FRAME, value, 'linear'));
const framesOf = (keys: readonly CurveKey[]) => keys.map(({ tick }) => tick / FRAME);
const ticks = (...frames: number[]) => frames.map((frame) => frame * FRAME);
/** What a person does in the end: the curve, and the analysed score where there is none. */
const effective = (keys: readonly CurveKey[], count = 250) =>
  Array.from(evaluateCurve(keys, RATE, 0, count), (value, frame) =>
    Number.isNaN(value) ? analysedAt(frame * FRAME) : value,
  );
const jump = (values: readonly number[]) =>
  Math.max(...values.slice(1).map((value, i) => Math.abs(value - values[i])));

describe('opening a span', () => {
  test('the first key begins and ends on the analysed curve', () => {
    const keys = applyKeyEdit([], openEditedSpan([], 100 * FRAME, options));
    expect(framesOf(keys)).toEqual([90, 100, 110, 111]);
    expect(keys.at(-1)?.value).toBeNull();
    expect(keys[0].value).toBe(analysedAt(90 * FRAME));
    expect(keys[1].value).toBe(analysedAt(100 * FRAME));
  });

  test('opened and dragged to the top the curve still does not step', () => {
    const opened = applyKeyEdit([], openEditedSpan([], 100 * FRAME, options));
    const raised = applyKeyEdit(
      opened,
      moveKeys(opened, ticks(100), { ticks: 0, value: 2 }, LIMITS),
    );
    expect(curveValueAt(raised, 100 * FRAME)).toBe(1);
    expect(jump(effective(raised))).toBeLessThan(0.4);
    expect(effective(raised)[89]).toBe(analysedAt(89 * FRAME));
    expect(effective(raised)[111]).toBe(analysedAt(111 * FRAME));
  });

  test('spans that are near become one, wherever keys are added', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(240), { minLength: 1, maxLength: 12 }), (frames) => {
        let keys: CurveKey[] = [];
        for (const frame of frames) {
          keys = applyKeyEdit(keys, addKey(keys, frame * FRAME, options));
          expect(keys.some(({ tick, value }) => tick === frame * FRAME && value !== null)).toBe(
            true,
          );
        }
        expect(jump(effective(keys))).toBeLessThan(0.35);
        const spans = findEditedSpans(keys);
        spans.slice(1).forEach(({ startTick }, i) => {
          expect(startTick).toBeGreaterThan(spans[i].endTick ?? Infinity);
        });
      }),
    );
  });

  test('a key added inside a span takes the value asked for', () => {
    const keys = keysAt([0, 0], [10, 1]);
    const added = applyKeyEdit(keys, addKey(keys, 5 * FRAME, { ...options, value: -1 }));
    expect(added.map(({ value }) => value)).toEqual([0, -1, 1]);
  });
});

describe('moving', () => {
  test('a selection stops a frame before its neighbours and at the ends of the film', () => {
    const keys = keysAt([10, 0], [20, 0.5], [30, 0]);
    const move = (selected: number[], by: number) =>
      framesOf(
        applyKeyEdit(
          keys,
          moveKeys(keys, ticks(...selected), { ticks: by * FRAME, value: 0 }, LIMITS),
        ),
      );
    expect(move([20], 99)).toEqual([10, 29, 30]);
    expect(move([20], -99)).toEqual([10, 11, 30]);
    expect(move([10, 30], 99)).toEqual([19, 20, 39]);
    expect(move([10, 20, 30], -99)).toEqual([0, 10, 20]);
    expect(move([30], 999)).toEqual([10, 20, 250]);
  });

  test('a moved key names where it came from', () => {
    const keys = keysAt([10, 0], [20, 0.5]);
    const edit = moveKeys(keys, ticks(20), { ticks: FRAME, value: 0.25 }, LIMITS);
    expect(edit.remove).toEqual([]);
    expect(edit.set).toEqual([{ ...makeKey(21 * FRAME, 0.75, 'linear'), from: 20 * FRAME }]);
  });

  test('the release of a span moves with its last key', () => {
    const keys = keysAt([10, 0], [20, 0.5], [21, null]);
    const moved = moveKeys(keys, ticks(20), { ticks: 5 * FRAME, value: 0 }, LIMITS);
    expect(framesOf(applyKeyEdit(keys, moved))).toEqual([10, 25, 26]);
  });

  test('whatever is moved, order, number and bounds stay', () => {
    const places = fc
      .uniqueArray(fc.record({ frame: fc.nat(240), value: fc.integer({ min: -1, max: 1 }) }), {
        selector: ({ frame }) => frame,
        minLength: 1,
      })
      .map((raw) => raw.sort((a, b) => a.frame - b.frame));
    const by = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.boolean()), by, (raw, chosen, frames) => {
        const keys = keysAt(...raw.map(({ frame, value }) => [frame, value] as [number, number]));
        const selected = keys.filter(() => chosen.next().value).map(({ tick }) => tick);
        const scale = {
          pivotTick: selected[0] ?? 0,
          time: Math.abs(frames) / 50,
          pivotValue: 0,
          value: 3,
        };
        const edits: KeyEdit[] = [
          moveKeys(keys, selected, { ticks: frames * FRAME, value: frames / 100 }, LIMITS),
          scaleKeys(keys, selected, scale, LIMITS),
        ];
        for (const edit of edits) {
          const after = applyKeyEdit(keys, edit);
          expect(after).toHaveLength(keys.length);
          for (const { tick, value } of after) {
            expect(tick).toBeGreaterThanOrEqual(0);
            expect(tick).toBeLessThanOrEqual(LIMITS.endTick);
            expect(Math.abs(value ?? 0)).toBeLessThanOrEqual(1);
          }
          const still = keys.filter(({ tick }) => !selected.includes(tick));
          for (const key of still) expect(after).toContainEqual(key);
          for (const { from, tick } of edit.set) {
            const rank = (list: readonly CurveKey[], at: number) =>
              list.findIndex((key) => key.tick === at);
            expect(rank(after, tick)).toBe(rank(keys, from ?? tick));
          }
        }
      }),
    );
  });

  test('all keys shift together, as far as the film goes', () => {
    const keys = keysAt([1, 0], [20, 0.5], [21, null]);
    expect(framesOf(applyKeyEdit(keys, shiftKeys(keys, 2 * FRAME, LIMITS)))).toEqual([3, 22, 23]);
    expect(framesOf(applyKeyEdit(keys, shiftKeys(keys, -9 * FRAME, LIMITS)))).toEqual([0, 19, 20]);
  });
});

describe('scaling', () => {
  test('time and value stretch about their pivots, with the release behind the last key', () => {
    const keys = keysAt([10, 0.2], [20, 0.4], [21, null]);
    const scale = { pivotTick: 10 * FRAME, time: 3, pivotValue: 0, value: 2 };
    const after = applyKeyEdit(keys, scaleKeys(keys, ticks(10, 20), scale, LIMITS));
    expect(framesOf(after)).toEqual([10, 40, 41]);
    expect(after.map(({ value }) => value)).toEqual([0.4, 0.8, null]);
  });

  test('it stops at a neighbour', () => {
    const keys = keysAt([10, 0], [20, 0], [30, 0]);
    const scale = { pivotTick: 10 * FRAME, time: 5, pivotValue: 0, value: 1 };
    const after = applyKeyEdit(keys, scaleKeys(keys, ticks(10, 20), scale, LIMITS));
    expect(framesOf(after)).toEqual([10, 29, 30]);
  });
});

describe('deleting', () => {
  test('the only key of a span takes its ends along', () => {
    const opened = applyKeyEdit([], openEditedSpan([], 100 * FRAME, options));
    const raised = applyKeyEdit(
      opened,
      moveKeys(opened, ticks(100), { ticks: 0, value: 0.5 }, LIMITS),
    );
    expect(applyKeyEdit(raised, deleteKeys(raised, ticks(100), analysedAt))).toEqual([]);
  });

  test('a key among others goes alone; the last one takes an idle release along', () => {
    const keys = keysAt([10, 1], [20, -1], [30, 1], [40, null], [50, 1]);
    const without = (...frames: number[]) =>
      framesOf(applyKeyEdit(keys, deleteKeys(keys, ticks(...frames), analysedAt)));
    expect(without(20)).toEqual([10, 30, 40, 50]);
    expect(without(10, 20, 30)).toEqual([50]);
    expect(without(40)).toEqual([10, 20, 30, 50]);
  });
});

describe('shaping', () => {
  test('smoothing comes nearer to the line between neighbours and keeps the ends of a span', () => {
    const keys = keysAt([0, 0], [10, 1], [20, 0], [30, 1], [40, 0], [41, null]);
    const all = keys.map(({ tick }) => tick);
    const after = applyKeyEdit(keys, smoothKeys(keys, all, 0.5));
    expect(after.map(({ value }) => value)).toEqual([0, 0.5, 0.5, 0.5, 0, null]);
    expect(jump(effective(after, 41))).toBeLessThan(jump(effective(keys, 41)));
  });

  test('ease makes flat handles, hold and linear drop the one they leave by', () => {
    const bent = { ticks: FRAME, value: 0.5 };
    const keys = keysAt([0, 0], [10, 1]).map((key) => ({
      ...key,
      inHandle: bent,
      outHandle: bent,
    }));
    expect(setInterpolation(keys, [0], 'bezier').set).toEqual([makeKey(0, 0, 'bezier')]);
    expect(setInterpolation(keys, [0], 'hold').set).toEqual([
      { ...makeKey(0, 0, 'hold'), inHandle: bent },
    ]);
  });

  test('a dragged handle turns the other one, unless it is broken', () => {
    const keys = keysAt([0, 0], [10, 0], [20, 0]);
    const to = { ticks: 4 * FRAME, value: 0.4 };
    const drag = (broken: boolean) => dragHandle(keys, 10 * FRAME, 'out', to, broken).set[0];
    expect(drag(false)).toMatchObject({ outHandle: to, interpolation: 'bezier' });
    expect(drag(false).inHandle?.ticks).toBe(Math.round((10 * FRAME) / 3));
    expect(drag(false).inHandle?.value).toBeCloseTo(-1 / 3, 6);
    expect(drag(true)).toMatchObject({ outHandle: to, inHandle: null });
    const back = dragHandle(keys, 10 * FRAME, 'out', { ticks: -FRAME, value: 0.1 }, true);
    expect(back.set[0].outHandle).toEqual({ ticks: 0, value: 0.1 });
  });
});
