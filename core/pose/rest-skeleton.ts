// Where the points of a still person are: the head from the face's own mesh, the body estimated from
// the size of the face, until a body detector says more.
import { distanceBetween } from '../people/face-geometry.ts';
import type { Box, FaceAnalysis } from '../people/face-analysis.ts';
import { FINGERS, SKELETON, type JointName, type Side } from './skeleton.ts';

export interface RestJoint {
  readonly x: number;
  readonly y: number;
  /** Guessed from the face, not seen. */
  readonly estimated: boolean;
  /** Inside the region of the person, and so possibly in the picture. */
  readonly inside: boolean;
}

export type RestSkeleton = { readonly [K in JointName]: RestJoint };

type Point = readonly [x: number, y: number];

const NOSE_TIP = 1;
const CHIN = 152;
const EYE_OUTER_LEFT = 33;
const EYE_OUTER_RIGHT = 263;
/** Corners of the eyes in the picture's order; the person's right eye is on the left. */
const RIGHT_EYE = [33, 133] as const;
const LEFT_EYE = [263, 362] as const;

/** Lengths of an adult body in E, the distance of the outer eye corners (about 90 mm). */
const BODY = {
  chinToShoulders: 0.75,
  shoulderHalf: 1.95,
  hipHalf: 1.05,
  trunk: 5.2,
  upperArm: 3.4,
  forearm: 2.8,
  thigh: 4.6,
  shin: 4.6,
  toe: 1,
  palm: 1,
} as const;
/** How far elbows, wrists and knees hang outward of the joint above, in E. */
const OUTWARD = { elbow: 0.35, wrist: -0.25, knee: 0.1 } as const;
/** Where each finger starts across the palm and how long it is, in E; thumb first, inside out. */
const FINGER_ROOTS = [-0.45, -0.3, -0.1, 0.1, 0.28] as const;
const FINGER_LENGTHS = [0.7, 0.9, 1, 0.92, 0.72] as const;

function middle(landmarks: ArrayLike<number>, indexes: readonly number[]): Point {
  const mean = (axis: number): number =>
    indexes.reduce((sum, index) => sum + landmarks[3 * index + axis], 0) / indexes.length;
  return [mean(0), mean(1)];
}

/** One side of the body, hanging down. `out` is -1 to the left of the picture, 1 to the right. */
function hang(side: Side, chin: Point, unitPx: number): [JointName, Point][] {
  // The person's left is on the right of the picture.
  const out = side === 'left' ? 1 : -1;
  const from = ([x, y]: Point, aside: number, down: number): Point => [
    x + out * aside * unitPx,
    y + down * unitPx,
  ];
  const shoulder = from(chin, BODY.shoulderHalf, BODY.chinToShoulders);
  const elbow = from(shoulder, OUTWARD.elbow, BODY.upperArm);
  const wrist = from(elbow, OUTWARD.wrist, BODY.forearm);
  const hand = from(wrist, 0, 0.15);
  const hip = from(chin, BODY.hipHalf, BODY.chinToShoulders + BODY.trunk);
  const knee = from(hip, OUTWARD.knee, BODY.thigh);
  const ankle = from(knee, 0, BODY.shin);
  const fingers = FINGERS.flatMap((finger, row) =>
    ([1, 2, 3, 4] as const).map((phalanx): [JointName, Point] => {
      const root = finger === 'Thumb' ? 0.35 : BODY.palm;
      const length = (FINGER_LENGTHS[row] * (phalanx - 1)) / 3;
      return [`${side}${finger}${phalanx}`, from(hand, FINGER_ROOTS[row], root + length)];
    }),
  );
  return [
    [`${side}Shoulder`, shoulder],
    [`${side}Elbow`, elbow],
    [`${side}Wrist`, wrist],
    [`${side}Hand`, hand],
    [`${side}Hip`, hip],
    [`${side}Knee`, knee],
    [`${side}Ankle`, ankle],
    [`${side}BigToe`, from(ankle, 0.2, BODY.toe)],
    ...fingers,
  ];
}

/** The points of one person of a still, in source pixels. */
export function restSkeleton(
  { landmarks }: Pick<FaceAnalysis, 'landmarks'>,
  region: Box,
): RestSkeleton {
  const unitPx = distanceBetween(landmarks, EYE_OUTER_LEFT, EYE_OUTER_RIGHT);
  const chin = middle(landmarks, [CHIN]);
  const seen = new Map<JointName, Point>([
    ['nose', middle(landmarks, [NOSE_TIP])],
    ['leftEye', middle(landmarks, LEFT_EYE)],
    ['rightEye', middle(landmarks, RIGHT_EYE)],
  ]);
  const guessed = new Map([...hang('left', chin, unitPx), ...hang('right', chin, unitPx)]);
  const [left, top, width, height] = region;
  return Object.fromEntries(
    SKELETON.map(({ name }): [JointName, RestJoint] => {
      const [x, y] = seen.get(name) ?? guessed.get(name) ?? chin;
      const inside = x >= left && x <= left + width && y >= top && y <= top + height;
      return [name, { x, y, estimated: !seen.has(name), inside }];
    }),
  ) as RestSkeleton;
}
