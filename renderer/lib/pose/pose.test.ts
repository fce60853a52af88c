import { expect, test } from 'vitest';
import { MOTION, MOTION_SIZE } from '#core/motion/motion-vector.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { interview } from '../../../test/fakes/workbench.ts';
import { poseAt } from './pose-now.ts';
import { keyFromNow, poseEdit } from './write-pose.ts';

const RATE = { num: 25, den: 1 };

function scene() {
  const bench = interview();
  const [{ id: anna }, { id: ben }] = bench.document.people;
  const motion = {
    people: [anna, ben],
    motion: new Float32Array(2 * MOTION_SIZE),
    isOutdated: false,
  };
  motion.motion[MOTION_SIZE + MOTION.yaw] = 0.125;
  return { bench, anna, ben, motion };
}

test('without keys the pose is what the generator does', () => {
  const { bench, anna, ben, motion } = scene();
  expect(poseAt(bench.document, ben, 10, motion)).toMatchObject({
    values: { yaw: 0.125, pitch: 0 },
    states: {},
    key: null,
    gaze: { kind: 'auto' },
  });
  expect(poseAt(bench.document, anna, 10, motion).values.yaw).toBe(0);
  expect(poseAt(bench.document, anna, 10, null).values.yaw).toBe(0);
});

test('a key is made on the frame, and the next patch goes into the same key', () => {
  const { bench, anna, ben, motion } = scene();
  const place = { personId: ben, frame: 20 };
  bench.run('setPoseKeys', poseEdit(bench.document, place, { values: { yaw: 0.3 } }));
  const gaze = { kind: 'person' as const, personId: anna };
  bench.run('setPoseKeys', poseEdit(bench.document, place, { gaze }));
  bench.run('setPoseKeys', poseEdit(bench.document, place, { joints: { leftWrist: [5, 6] } }));
  expect(bench.document.poseKeys).toHaveLength(1);
  expect(bench.document.poseKeys[0]).toMatchObject({
    tick: frameToTicks(20, RATE),
    values: { yaw: 0.3 },
    gaze,
    joints: { leftWrist: [5, 6] },
  });
  const now = poseAt(bench.document, ben, 20, motion);
  expect(now).toMatchObject({ values: { yaw: 0.3 }, states: { yaw: 'on-key' }, gaze });
  expect(now.isGazeOnKey).toBe(true);
  const later = poseAt(bench.document, ben, 30, motion);
  expect(later).toMatchObject({ values: { yaw: 0.3 }, states: { yaw: 'between-keys' }, gaze });
  expect(later.key).toBeNull();
  expect(later.isGazeOnKey).toBe(false);
});

test('a key made by hand holds what other keys hold, or the head', () => {
  const { bench, ben, motion } = scene();
  const now = poseAt(bench.document, ben, 40, motion);
  expect(keyFromNow(bench.document, ben, now).values).toEqual({ yaw: 0.125, pitch: 0, roll: 0 });
  const place = { personId: ben, frame: 20 };
  bench.run('setPoseKeys', poseEdit(bench.document, place, { values: { smile: 0.5 } }));
  const held = poseAt(bench.document, ben, 40, motion);
  expect(keyFromNow(bench.document, ben, held).values).toEqual({ smile: 0.5 });
});
