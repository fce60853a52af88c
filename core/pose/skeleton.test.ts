import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FaceAnalysis } from '../people/face-analysis.ts';
import { frameToTicks } from '../time/ticks.ts';
import { dragJoint, findDescendants } from './drag-joint.ts';
import { evaluateJoints } from './joint-track.ts';
import { poseJointsSchema, type PoseJoints } from './pose-schema.ts';
import { restSkeleton } from './rest-skeleton.ts';
import { isJointName, SKELETON, SKELETON_EDGES, type JointName } from './skeleton.ts';

const RATE = { num: 25, den: 1 };
const fixture = JSON.parse(
  readFileSync(new URL('../../test/fixtures/interview2.analysis.json', import.meta.url), 'utf8'),
) as { faces: FaceAnalysis[] };
const [left] = fixture.faces;
const rest = restSkeleton(left, left.region);
const key = (
  frame: number,
  joints: PoseJoints,
  interpolation: 'hold' | 'linear' | 'smooth' = 'linear',
) => ({
  tick: frameToTicks(frame, RATE),
  joints,
  interpolation,
});
const distance = (
  joints: { readonly [K in JointName]: { readonly x: number; readonly y: number } },
  a: JointName,
  b: JointName,
) => Math.hypot(joints[a].x - joints[b].x, joints[a].y - joints[b].y);

describe('the skeleton', () => {
  test('has the 59 points of COCO-WholeBody that mit59 names, in order', () => {
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i);
    expect(SKELETON.map(({ wholeBodyIndex }) => wholeBodyIndex)).toEqual([
      ...range(0, 2),
      ...range(5, 16),
      17,
      20,
      ...range(91, 132),
    ]);
    expect(SKELETON_EDGES).toHaveLength(4 + 59 - 5);
  });

  test('mirrors every point, and no point comes before what it hangs on', () => {
    const seen = new Set<JointName>();
    for (const { name, parent, mirror, part } of SKELETON) {
      expect(isJointName(mirror)).toBe(true);
      expect(mirror === name).toBe(name === 'nose');
      if (parent !== null) expect(seen.has(parent)).toBe(true);
      if (part === 'face') expect(['nose', 'leftEye', 'rightEye']).toContain(name);
      seen.add(name);
    }
  });
});

describe('the skeleton of a still', () => {
  test('takes the head from the mesh and guesses the body under it', () => {
    expect(rest.nose).toMatchObject({
      x: left.landmarks[3],
      y: left.landmarks[4],
      estimated: false,
    });
    expect(rest.rightEye.x).toBeLessThan(rest.leftEye.x);
    expect(rest.leftShoulder.estimated).toBe(true);
    expect(rest.rightShoulder.x).toBeLessThan(left.box[0]);
    expect(rest.leftShoulder.x).toBeGreaterThan(left.box[0] + left.box[2]);
    expect(rest.leftShoulder.inside).toBe(true);
    expect(rest.leftAnkle.inside).toBe(false);
    expect(Object.keys(rest)).toHaveLength(59);
  });
});

describe('joints of keys', () => {
  test('are met exactly, and what hangs on them goes along', () => {
    const to: [number, number] = [rest.leftElbow.x + 80, rest.leftElbow.y - 60];
    const posed = evaluateJoints([key(20, { leftElbow: to })], rest, RATE, 20);
    expect([posed.leftElbow.x, posed.leftElbow.y]).toEqual([
      expect.closeTo(to[0], 6),
      expect.closeTo(to[1], 6),
    ]);
    expect(posed.leftWrist.x - rest.leftWrist.x).toBeCloseTo(80, 6);
    expect(posed.leftPinky4.y - rest.leftPinky4.y).toBeCloseTo(-60, 6);
    expect(posed.rightWrist.x).toBeCloseTo(rest.rightWrist.x, 6);
    expect(posed.rightWrist.weight).toBe(0);
  });

  test('ease in from the still, and a swinging limb keeps its length', () => {
    const { x, y } = rest.leftShoulder;
    const length = distance(rest, 'leftShoulder', 'leftElbow');
    const keys = [key(20, { leftElbow: [x + length, y] }), key(40, { leftElbow: [x, y - length] })];
    expect(evaluateJoints(keys, rest, RATE, 8).leftElbow.weight).toBe(0);
    for (let frame = 0; frame < 60; frame++) {
      const posed = evaluateJoints(keys, rest, RATE, frame);
      expect(distance(posed, 'leftShoulder', 'leftElbow')).toBeCloseTo(length, 6);
    }
    const half = evaluateJoints(keys, rest, RATE, 30).leftElbow;
    expect(half.x - x).toBeCloseTo(length * Math.SQRT1_2, 6);
  });
});

describe('dragging joints', () => {
  const offset = fc.integer({ min: -300, max: 300 });

  test('a wrist bends the arm, which keeps its lengths, and takes the hand along', () => {
    fc.assert(
      fc.property(offset, offset, (dx, dy) => {
        const to = [rest.leftWrist.x + dx, rest.leftWrist.y + dy] as const;
        const moved = dragJoint(rest, 'leftWrist', to, false);
        const after = evaluateJoints([key(0, moved)], rest, RATE, 0);
        for (const [a, b] of [
          ['leftShoulder', 'leftElbow'],
          ['leftElbow', 'leftWrist'],
          ['leftWrist', 'leftIndex4'],
        ] as const) {
          expect(distance(after, a, b)).toBeCloseTo(distance(rest, a, b), 4);
        }
        expect(poseJointsSchema.safeParse(moved).success).toBe(true);
      }),
    );
  });

  test('alone, a wrist goes where it is put', () => {
    const moved = dragJoint(rest, 'leftWrist', [1, 2], true);
    expect(moved.leftWrist).toEqual([1, 2]);
    expect(moved.leftElbow).toBeUndefined();
    expect(Object.keys(moved)).toHaveLength(1 + findDescendants('leftWrist').length);
  });
});
