import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeFace } from '../../test/fakes/fake-project.ts';
import type { FaceAnalysis } from '../people/face-analysis.ts';
import {
  dragCorner,
  dragGaze,
  dragHead,
  dragNose,
  limitPose,
  placeHeadHandles,
} from './head-handles.ts';
import { POSE_PARAMETERS } from './pose-schema.ts';

const STILL = { yaw: 0, pitch: 0, roll: 0, tx: 0, ty: 0, scale: 0, gazeX: 0, gazeY: 0 };

/** An upright face with eyes 60 pixels apart. */
function uprightFace(): FaceAnalysis {
  const landmarks = Array<number>(478 * 3).fill(0);
  const put = (index: number, x: number, y: number) => {
    landmarks[3 * index] = x;
    landmarks[3 * index + 1] = y;
  };
  put(33, 220, 240);
  put(133, 240, 240);
  put(362, 260, 240);
  put(263, 280, 240);
  put(1, 250, 265);
  put(10, 250, 200);
  put(152, 250, 320);
  return { ...fakeFace(200), landmarks };
}

const face = uprightFace();
const way = fc.integer({ min: -400, max: 400 });
const small = fc.integer({ min: -15, max: 15 });

test('the nose follows the pointer while the head can turn', () => {
  fc.assert(
    fc.property(small, small, fc.double({ min: -0.3, max: 0.3, noNaN: true }), (dx, dy, roll) => {
      const pose = { ...STILL, roll };
      const [x, y] = placeHeadHandles(face, pose).nose;
      const after = placeHeadHandles(face, { ...pose, ...dragNose(face, pose, dx, dy) }).nose;
      expect(after[0] - x).toBeCloseTo(dx, 6);
      expect(after[1] - y).toBeCloseTo(dy, 6);
    }),
  );
  expect(dragNose(face, STILL, 10, 10).yaw).toBeCloseTo(10 / 96, 6);
});

test('a corner follows the pointer around the centre', () => {
  const [corner] = placeHeadHandles(face, STILL).corners;
  const [cx, cy] = placeHeadHandles(face, STILL).centre;
  const at = (angle: number, size: number) =>
    [
      cx + size * ((corner[0] - cx) * Math.cos(angle) - (corner[1] - cy) * Math.sin(angle)),
      cy + size * ((corner[0] - cx) * Math.sin(angle) + (corner[1] - cy) * Math.cos(angle)),
    ] as const;
  const dragged = dragCorner(face, STILL, corner, at(0.2, 1.05));
  expect(dragged.roll).toBeCloseTo(0.2, 6);
  expect(dragged.scale).toBeCloseTo(Math.log(1.05), 6);
  const [after] = placeHeadHandles(face, { ...STILL, ...dragged }).corners;
  expect(after[0]).toBeCloseTo(at(0.2, 1.05)[0], 6);
  expect(dragCorner(face, STILL, corner, at(2, 3))).toEqual({ roll: 0.35, scale: 0.1 });
});

test('the box and the ring follow the pointer', () => {
  const moved = placeHeadHandles(face, { ...STILL, ...dragHead(face, STILL, 12, -9) });
  const before = placeHeadHandles(face, STILL);
  expect(moved.centre[0] - before.centre[0]).toBeCloseTo(12, 6);
  expect(moved.centre[1] - before.centre[1]).toBeCloseTo(-9, 6);
  const looking = placeHeadHandles(face, { ...STILL, ...dragGaze(face, STILL, 20, 5) });
  expect(looking.gaze[0] - before.gaze[0]).toBeCloseTo(20, 6);
  expect(looking.eyes).toEqual(before.eyes);
});

test('no drag leaves the bounds of the motion vector', () => {
  fc.assert(
    fc.property(way, way, way, way, (a, b, c, d) => {
      const values = {
        ...dragNose(face, STILL, a, b),
        ...dragCorner(face, STILL, [a, b], [c, d]),
        ...dragHead(face, STILL, c, d),
        ...dragGaze(face, STILL, a, d),
      };
      for (const parameter of POSE_PARAMETERS) {
        if (!(parameter in values)) continue;
        const value = values[parameter as keyof typeof values];
        expect(limitPose(parameter, value)).toBe(value);
      }
    }),
  );
});
