// Joints of pose keys, frame by frame. A joint turns about the one it hangs on, by angle and length,
// so that a limb swings instead of shrinking on its way, and hands go along with an arm that moves.
import type { PoseKey } from '../project/document.ts';
import { ticksToFrame, type Rational } from '../time/ticks.ts';
import { makePoseCurve, samplePoseCurve, type PoseCurve } from './pose-curve.ts';
import type { RestSkeleton } from './rest-skeleton.ts';
import { SKELETON, type JointName } from './skeleton.ts';

export interface PosedJoint {
  readonly x: number;
  readonly y: number;
  /** How much keys hold it: 0 is the still, 1 is a key. */
  readonly weight: number;
}

export type PosedSkeleton = { readonly [K in JointName]: PosedJoint };

type JointKey = Pick<PoseKey, 'tick' | 'joints' | 'interpolation'>;
type Point = readonly [x: number, y: number];

interface Posed {
  readonly point: Point;
  readonly weight: number;
}

/** One joint at a frame, given where its parent is. */
type JointMotion = (frame: number) => Posed;

/** The angle next to `near` that points in the same direction. */
function unwind(angle: number, near: number): number {
  return angle + 2 * Math.PI * Math.round((near - angle) / (2 * Math.PI));
}

interface PlacedKey {
  readonly frame: number;
  readonly point: Point;
  readonly interpolation: JointKey['interpolation'];
}

function curvesOf(
  keys: readonly PlacedKey[],
  read: (key: PlacedKey) => Point,
): [PoseCurve, PoseCurve] {
  const pairs = keys.map(read);
  const curve = (axis: 0 | 1): PoseCurve =>
    makePoseCurve(
      keys.map(({ frame, interpolation }, i) => ({ frame, value: pairs[i][axis], interpolation })),
    );
  return [curve(0), curve(1)];
}

/** A joint that hangs on nothing moves straight. */
function rootMotion(keys: readonly PlacedKey[], rest: Point): JointMotion {
  const [xs, ys] = curvesOf(keys, ({ point }) => point);
  return (frame) => {
    const [x, y] = [samplePoseCurve(xs, frame), samplePoseCurve(ys, frame)];
    const { weight } = x;
    return {
      point: [rest[0] + (x.value - rest[0]) * weight, rest[1] + (y.value - rest[1]) * weight],
      weight,
    };
  };
}

/** A joint that hangs on another: angle and length from there. */
function hangingMotion(
  keys: readonly PlacedKey[],
  parent: JointMotion,
  rest: Point,
  restParent: Point,
): JointMotion {
  const polar = (from: Point, to: Point): Point => [
    Math.atan2(to[1] - from[1], to[0] - from[0]),
    Math.hypot(to[1] - from[1], to[0] - from[0]),
  ];
  const still = polar(restParent, rest);
  let near = still[0];
  const [angles, lengths] = curvesOf(keys, ({ frame, point }) => {
    const [angle, length] = polar(parent(frame).point, point);
    near = unwind(angle, near);
    return [near, length];
  });
  return (frame) => {
    const [angle, length] = [samplePoseCurve(angles, frame), samplePoseCurve(lengths, frame)];
    const { weight } = angle;
    const turned = still[0] + (angle.value - still[0]) * weight;
    const reach = still[1] + (length.value - still[1]) * weight;
    const [x, y] = parent(frame).point;
    return { point: [x + reach * Math.cos(turned), y + reach * Math.sin(turned)], weight };
  };
}

/** Prepares the joints of one person; the result is asked frame by frame. @param keys by rising tick */
export function makeJointTrack(
  keys: readonly JointKey[],
  rest: RestSkeleton,
  rate: Rational,
): (frame: number) => PosedSkeleton {
  const motions = new Map<JointName, JointMotion>();
  for (const { name, parent } of SKELETON) {
    const byFrame = new Map<number, PlacedKey>();
    for (const { tick, joints, interpolation } of keys) {
      const point = joints[name] as Point | undefined;
      const frame = ticksToFrame(tick, rate);
      if (point !== undefined) byFrame.set(frame, { frame, point, interpolation });
    }
    const placed = [...byFrame.values()];
    const at: Point = [rest[name].x, rest[name].y];
    const parentMotion = parent === null ? undefined : motions.get(parent);
    motions.set(
      name,
      parent === null || parentMotion === undefined
        ? rootMotion(placed, at)
        : hangingMotion(placed, parentMotion, at, [rest[parent].x, rest[parent].y]),
    );
  }
  return (frame) => {
    const posed = [...motions].map(([name, motion]): [JointName, PosedJoint] => {
      const { point, weight } = motion(frame);
      return [name, { x: point[0], y: point[1], weight }];
    });
    return Object.fromEntries(posed) as PosedSkeleton;
  };
}

/** The joints of one person at one frame; the joints of a key are met exactly. */
export function evaluateJoints(
  keys: readonly JointKey[],
  rest: RestSkeleton,
  rate: Rational,
  frame: number,
): PosedSkeleton {
  return makeJointTrack(keys, rest, rate)(frame);
}
