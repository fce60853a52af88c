import { describe, expect, test } from 'vitest';
import { MOTION, type MotionClip, motionAt } from '#core/motion/motion-vector.ts';
import {
  GAZE_AUTO,
  GAZE_CAMERA,
  GAZE_FREE,
  POSE_SIZE,
  type PoseOverlay,
} from '#core/motion/pose-overlay.ts';
import { POSE_PARAMETERS, type PoseParameter } from '#core/pose/pose-schema.ts';
import { cutRequest, makeRequest, makeVoice } from '../../../test/fixtures/synthetic-dialogue.ts';
import type { DraftPerson } from './draft-cast.ts';
import type { DraftCarry } from './draft-carry.ts';
import { type DraftRequest, planMotion } from './plan-motion.ts';

const FRAMES = 320;
const A = makeVoice(1, FRAMES, [[0, 120]]);
const B = makeVoice(2, FRAMES, [[125, 300]]);
const LIPS = ['gap', 'width', 'round', 'close', 'labiodental', 'tongue', 'jaw'] as const;
const EASE = 12;

const NO_POSE: PoseOverlay = {
  values: new Float32Array(FRAMES * POSE_SIZE),
  weights: new Float32Array(FRAMES * POSE_SIZE),
  gaze: new Int8Array(FRAMES).fill(GAZE_AUTO),
  keepMotion: 0,
};

/** A key that rules from `first` to `end`, with eased ends. */
function holdPose(
  parameter: PoseParameter,
  value: number,
  first: number,
  end: number,
  keepMotion = 0,
): PoseOverlay {
  const pose = { ...structuredClone(NO_POSE), keepMotion };
  for (let frame = first - EASE; frame < end + EASE; frame++) {
    const into = Math.min(
      1,
      Math.max(0, Math.min(frame - first + EASE, end + EASE - frame) / EASE),
    );
    const at = frame * POSE_SIZE + POSE_PARAMETERS.indexOf(parameter);
    pose.values[at] = value;
    pose.weights[at] = into * into * (3 - 2 * into);
  }
  return pose;
}

function lookAt(target: number, first: number, end: number): PoseOverlay {
  const pose = structuredClone(NO_POSE);
  pose.gaze.fill(target, first, end);
  return pose;
}

function plan(
  pose: PoseOverlay | null,
  change?: (person: DraftPerson) => DraftPerson,
): { motion: MotionClip; carry: DraftCarry } {
  return planMotion({ ...makeRequest([A, B], FRAMES, 1, change), poses: [pose, null] });
}

function curve(clip: MotionClip, person: number, name: keyof typeof MOTION): number[] {
  return Array.from({ length: clip.frames }, (_, t) => motionAt(clip, t, person)[MOTION[name]]);
}
const largestStep = (values: readonly number[]): number =>
  Math.max(...values.slice(1).map((value, i) => Math.abs(value - values[i])));

const plain = plan(null);

describe('pose keys', () => {
  test.each([
    ['yaw', 0.25],
    ['pitch', -0.2],
    ['roll', 0.15],
    ['tx', 0.2],
    ['ty', -0.1],
    ['scale', 0.05],
    ['browInner', 0.7],
    ['browOuter', -0.5],
    ['smile', 0.8],
    ['gazeX', 0.02],
    ['gazeY', -0.02],
  ] as const)('%s is met within 10 %% at its frame and left smoothly', (parameter, value) => {
    const posed = curve(plan(holdPose(parameter, value, 150, 160)).motion, 0, parameter);
    for (const at of [150, 155, 159]) {
      expect(Math.abs(posed[at] - value)).toBeLessThanOrEqual(0.1 * Math.abs(value));
    }
    const own = curve(plain.motion, 0, parameter);
    const bend = posed.map((each, t) => each - own[t]);
    // A straight line from nothing to the key would take 1 / EASE of it per frame.
    expect(largestStep(bend)).toBeLessThan((1.7 * (Math.abs(value) + 0.1)) / EASE);
    expect(posed.slice(0, 138)).toEqual(own.slice(0, 138));
    expect(posed.slice(172)).toEqual(own.slice(172));
  });

  test('the generator goes on underneath: nothing else changes, no more lots are drawn', () => {
    const posed = plan(holdPose('yaw', 0.3, 100, 200));
    expect(curve(posed.motion, 1, 'yaw')).toEqual(curve(plain.motion, 1, 'yaw'));
    for (const name of [...LIPS, 'blinkL', 'breath', 'roll', 'smile'] as const) {
      expect(curve(posed.motion, 0, name)).toEqual(curve(plain.motion, 0, name));
    }
    expect(posed.carry).toEqual(plain.carry);
  });

  test('a share of the own motion stays when the user says so', () => {
    const own = curve(plain.motion, 0, 'yaw');
    const half = curve(plan(holdPose('yaw', 0.2, 150, 160, 0.5)).motion, 0, 'yaw');
    expect(half[155]).toBeCloseTo(0.2 + 0.5 * own[155], 6);
    expect(Math.abs(own[155])).toBeGreaterThan(0.01);
  });

  test('keys beyond the bounds of the motion vector end at the bounds', () => {
    const posed = curve(plan(holdPose('yaw', 0.4, 150, 160, 1)).motion, 0, 'yaw');
    expect(Math.max(...posed)).toBeLessThanOrEqual(Math.fround(0.4));
  });
});

describe('gaze keys', () => {
  test('turn head and eyes to a person, whoever speaks, and hand them back', () => {
    const posed = plan(lookAt(1, 30, 110)).motion;
    // B is to the right; A speaks and looks about without the key.
    const gaze = curve(posed, 0, 'gazeX');
    const yaw = curve(posed, 0, 'yaw');
    const own = curve(plain.motion, 0, 'yaw');
    expect(Math.min(...gaze.slice(40, 110))).toBeGreaterThan(0.005);
    expect(largestStep(yaw)).toBeLessThan(0.03);
    expect(yaw.slice(0, 30)).toEqual(own.slice(0, 30));
    expect(Math.abs(yaw[200] - own[200])).toBeLessThan(0.003);
  });

  test('to the camera undo the turn of the picture', () => {
    const turned = (person: DraftPerson): DraftPerson => ({
      ...person,
      headPose: { pitch: 0, yaw: 0.3, roll: 0 },
    });
    const posed = curve(plan(lookAt(GAZE_CAMERA, 100, 300), turned).motion, 0, 'gazeX');
    expect(Math.max(...posed.slice(110, 300))).toBeLessThan(-0.003);
    const own = curve(plan(null, turned).motion, 0, 'gazeX');
    expect(Math.max(...own.slice(110, 300))).toBeGreaterThan(0);
  });

  test('free leaves the eyes to their own keys, nobody to look at leaves them at rest', () => {
    for (const target of [GAZE_FREE, 0, 7]) {
      const eyes = curve(plan(lookAt(target, 130, 300)).motion, 0, 'gazeX').slice(150, 300);
      expect(Math.abs(eyes.reduce((sum, x) => sum + x, 0) / eyes.length)).toBeLessThan(0.006);
    }
  });

  test('hold the eyes on the target while keys turn the head', () => {
    const toB = lookAt(1, 130, 300);
    const turn = holdPose('yaw', 0.35, 200, 280);
    const held = { ...turn, gaze: toB.gaze };
    const eyes = curve(plan(held).motion, 0, 'gazeX');
    const straight = curve(plan(toB).motion, 0, 'gazeX');
    // The head faces B, so the eyes come back to its middle.
    const less = straight.slice(205, 275).map((x, i) => x - eyes[205 + i]);
    expect(Math.min(...less)).toBeGreaterThan(0.008);
    // Without a target they go along with the head.
    const free = curve(plan(turn).motion, 0, 'gazeX')[240];
    expect(free).toBe(curve(plain.motion, 0, 'gazeX')[240]);
  });

  test('draw no more lots: blinks, nods and lips stay', () => {
    const posed = plan(lookAt(1, 30, 250));
    for (const name of [...LIPS, 'blinkL', 'browInner', 'breath'] as const) {
      expect(curve(posed.motion, 0, name)).toEqual(curve(plain.motion, 0, name));
    }
    expect(posed.carry.people.map(({ random }) => random)).toEqual(
      plain.carry.people.map(({ random }) => random),
    );
  });
});

test('cutting a posed film into chunks changes nothing', () => {
  const pose = { ...holdPose('pitch', 0.2, 70, 170), gaze: lookAt(1, 60, 230).gaze };
  const whole: DraftRequest = { ...makeRequest([A, B], 240), poses: [pose, null] };
  const atOnce = [...planMotion(whole).motion.data];
  for (const lengths of [
    [80, 80, 80],
    [1, 68, 3, 168],
  ]) {
    const parts: number[] = [];
    let carry: DraftCarry | null = null;
    for (const [index, length] of lengths.entries()) {
      const first = lengths.slice(0, index).reduce((sum, each) => sum + each, 0);
      const part = planMotion({ ...cutRequest(whole, first, length), carry });
      parts.push(...part.motion.data);
      carry = JSON.parse(JSON.stringify(part.carry)) as DraftCarry;
    }
    expect(parts).toEqual(atOnce);
  }
});

test('a pose that ends before its chunk is refused', () => {
  const request = makeRequest([A], 80);
  const short = { ...NO_POSE, gaze: new Int8Array(79) };
  expect(() => planMotion({ ...request, poses: [short] })).toThrow(RangeError);
  expect(() => planMotion({ ...request, poses: [] })).toThrow(RangeError);
});
