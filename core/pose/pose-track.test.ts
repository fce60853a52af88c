import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GAZE_AUTO, GAZE_CAMERA, GAZE_FREE, POSE_SIZE } from '../motion/pose-overlay.ts';
import type { PoseKey } from '../project/document.ts';
import { personIdSchema } from '../project/ids.ts';
import { frameToTicks } from '../time/ticks.ts';
import { EASE_IN_FRAMES, EASE_OUT_FRAMES, samplePoseCurve } from './pose-curve.ts';
import { evaluatePose, poseCurveOf } from './pose-track.ts';
import { POSE_PARAMETERS, type PoseParameter, type PoseValues } from './pose-schema.ts';

const RATE = { num: 25, den: 1 };
const PEOPLE = ['a', 'b'].map((id) => personIdSchema.parse(id));
type Interpolation = PoseKey['interpolation'];

const key = (
  frame: number,
  values: PoseValues,
  interpolation: Interpolation = 'smooth',
  gaze: PoseKey['gaze'] = null,
) => ({ tick: frameToTicks(frame, RATE), values, interpolation, gaze });

type Key = ReturnType<typeof key>;
const evaluate = (keys: readonly Key[], count = 100, first = 0) =>
  evaluatePose(keys, PEOPLE, RATE, first, count);
const column = (data: Float32Array, parameter: PoseParameter) =>
  Array.from(data).filter((_, i) => i % POSE_SIZE === POSE_PARAMETERS.indexOf(parameter));
const curve = (keys: readonly Key[], parameter: PoseParameter = 'yaw') => {
  const { values, weights } = evaluate(keys);
  return { values: column(values, parameter), weights: column(weights, parameter) };
};

// A negative zero is a zero.
const anyYaw = fc.double({ min: -0.4, max: 0.4, noNaN: true }).map((yaw) => yaw || 0);

const anyKeys = fc
  .uniqueArray(
    fc.record({
      frame: fc.nat(80),
      yaw: fc.option(anyYaw, { freq: 4 }),
      interpolation: fc.constantFrom<Interpolation>('hold', 'linear', 'smooth'),
    }),
    { selector: ({ frame }) => frame, maxLength: 8 },
  )
  .map((raw) =>
    raw
      .sort((a, b) => a.frame - b.frame)
      .map(({ frame, yaw, interpolation }) => key(frame, { yaw }, interpolation)),
  );

describe('the curve of a parameter', () => {
  test('only the keys that touch a parameter move it', () => {
    const keys = [key(10, { yaw: 0.2 }, 'linear'), key(15, { pitch: 0.1 }), key(20, { yaw: 0.4 })];
    expect(curve(keys).values[15]).toBeCloseTo(0.3, 6);
    expect(curve(keys, 'pitch').values[50]).toBeCloseTo(0.1, 6);
    expect(curve(keys, 'roll').weights.every((weight) => weight === 0)).toBe(true);
  });

  test('it eases in before its first key, holds after the last, and eases out after a release', () => {
    const { values, weights } = curve([key(30, { yaw: 0.3 }), key(60, { yaw: null })]);
    expect(weights[30 - EASE_IN_FRAMES]).toBe(0);
    expect(weights[24]).toBeCloseTo(0.5, 6);
    expect(weights[30]).toBe(1);
    expect(weights[60]).toBe(1);
    expect(weights[70]).toBeCloseTo(0.5, 6);
    expect(weights[60 + EASE_OUT_FRAMES]).toBe(0);
    for (let frame = 19; frame < 80; frame++) expect(values[frame]).toBeCloseTo(0.3, 6);
  });

  test('a key soon after a release takes over without a gap in weight or a jump', () => {
    const keys = [key(0, { yaw: 0 }), key(30, { yaw: null }), key(36, { yaw: 0.4 })];
    const { values, weights } = curve(keys);
    expect(values[36]).toBeCloseTo(0.4, 6);
    for (let frame = 30; frame <= 36; frame++) expect(weights[frame]).toBeCloseTo(1, 6);
  });

  test('hold waits, linear goes straight, smooth eases between two keys', () => {
    const at = (interpolation: Interpolation) =>
      curve([key(0, { yaw: 0 }, interpolation), key(4, { yaw: 0.4 })]).values.slice(0, 5);
    expect(at('hold')).toEqual([0, 0, 0, 0, Math.fround(0.4)]);
    at('linear').forEach((value, i) => expect(value).toBeCloseTo(0.1 * i, 6));
    at('smooth').forEach((value, i) =>
      expect(value).toBeCloseTo([0, 0.0625, 0.2, 0.3375, 0.4][i], 6),
    );
  });

  test('a key between frames acts on the frame that shows it', () => {
    const late = { ...key(10, { yaw: 0.1 }), tick: frameToTicks(11, RATE) - 1 };
    expect(curve([late]).values[10]).toBeCloseTo(0.1, 6);
    expect(curve([late]).weights[10]).toBe(1);
  });

  test('every key is met exactly, and the curve stays between its keys', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const { values, weights } = curve(keys);
        const all = keys.flatMap(({ values: { yaw } }) => (typeof yaw === 'number' ? [yaw] : []));
        for (const { tick, values: own } of keys) {
          const frame = tick / frameToTicks(1, RATE);
          if (typeof own.yaw !== 'number') continue;
          expect(values[frame]).toBe(Math.fround(own.yaw));
          expect(weights[frame]).toBe(1);
        }
        values.forEach((value, frame) => {
          expect(weights[frame]).toBeGreaterThanOrEqual(0);
          expect(weights[frame]).toBeLessThanOrEqual(1);
          if (weights[frame] === 0) return;
          expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-6);
          expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-6);
        });
      }),
    );
  });

  test('without hold the effective pose never jumps, not even between frames', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const sliding = keys.map((each) => ({ ...each, interpolation: 'smooth' as const }));
        const yaw = poseCurveOf(sliding, 'yaw', RATE);
        let last = 0;
        for (let frame = -20; frame < 110; frame += 0.02) {
          const { value, weight } = samplePoseCurve(yaw, frame);
          expect(Math.abs(value * weight - last)).toBeLessThan(0.1);
          last = value * weight;
        }
      }),
      { numRuns: 10 },
    );
  });

  test('a part of the film has the values of the whole', () => {
    fc.assert(
      fc.property(anyKeys, fc.nat(60), fc.nat(30), (keys, first, count) => {
        const part = evaluate(keys, count, first);
        const whole = evaluate(keys);
        const slice = [first * POSE_SIZE, (first + count) * POSE_SIZE] as const;
        expect(part.values).toEqual(whole.values.slice(...slice));
        expect(part.weights).toEqual(whole.weights.slice(...slice));
        expect(part.gaze).toEqual(whole.gaze.slice(first, first + count));
      }),
    );
  });
});

test('a gaze holds to the next key with a gaze', () => {
  const look = (frame: number, gaze: PoseKey['gaze']) => key(frame, {}, 'smooth', gaze);
  const gone = personIdSchema.parse('gone');
  const { gaze } = evaluate(
    [
      look(1, { kind: 'person', personId: PEOPLE[1] }),
      look(2, null),
      look(3, { kind: 'camera' }),
      look(4, { kind: 'free' }),
      look(5, { kind: 'person', personId: gone }),
      look(6, { kind: 'person', personId: PEOPLE[0] }),
      look(7, { kind: 'auto' }),
    ],
    8,
  );
  expect([...gaze]).toEqual([GAZE_AUTO, 1, 1, GAZE_CAMERA, GAZE_FREE, GAZE_AUTO, 0, GAZE_AUTO]);
});
