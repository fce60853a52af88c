// Rigid motion: from a point of the head frame to the picture, for one person in one frame.

import { MOTION } from '../motion/motion-vector.ts';
import type { Puppet } from './puppet.ts';
import { smoothStep } from './smooth-step.ts';

/** Chest rise of a full breath, in E, and its sideways widening as a ratio. */
const BREATH_RISE = 0.022;
const BREATH_WIDENING = 0.008;
/** Share of the head's shift that the shoulders follow. */
const SHOULDER_FOLLOW = 0.2;

/** Maps `// [E] -> [px]` points; affine in the head frame apart from the torso's soft field. */
export interface HeadMotion {
  /** Head frame to picture at rest: rows x and y, four numbers each. // [8] */
  readonly rest: Float64Array;
  /** Displacement by head rotation, shift and scale, same layout, depth is the relief. // [8] */
  readonly head: Float64Array;
  readonly torso: {
    readonly pivotX: number;
    readonly bottomY: number;
    readonly shoulderY: number;
    readonly leanRad: number;
    readonly risePx: number;
    readonly widening: number;
    readonly followXPx: number;
    readonly followYPx: number;
  };
}

function restMatrix(puppet: Puppet): Float64Array {
  const { origin, axisX, axisY, axisZ, unitPx } = puppet.head;
  return Float64Array.from([
    unitPx * axisX[0],
    unitPx * axisY[0],
    unitPx * axisZ[0],
    origin[0],
    unitPx * axisX[1],
    unitPx * axisY[1],
    unitPx * axisZ[1],
    origin[1],
  ]);
}

/** @param motion within its bounds. // [24] */
export function headMotionOf(puppet: Puppet, motion: Float32Array): HeadMotion {
  const { pivot, head, limits, torso } = puppet;
  const { unitPx } = head;
  const rest = restMatrix(puppet);
  const pitch = motion[MOTION.pitch] * limits.rotationGain;
  const yaw = motion[MOTION.yaw] * limits.rotationGain;
  const roll = motion[MOTION.roll] * limits.rotationGain;
  const scale = Math.exp(motion[MOTION.scale]);
  const pivotX = rest[0] * pivot[0] + rest[1] * pivot[1] + rest[2] * pivot[2] + rest[3];
  const pivotY = rest[4] * pivot[0] + rest[5] * pivot[1] + rest[6] * pivot[2] + rest[7];
  const shiftX = motion[MOTION.tx] * unitPx;
  const shiftY = motion[MOTION.ty] * unitPx;
  const displace = (x: number, y: number, z: number): [number, number] => {
    const [dx, dy, dz] = [x - pivot[0], y - pivot[1], z - pivot[2]];
    const y1 = dy * Math.cos(pitch) - dz * Math.sin(pitch);
    const z1 = dy * Math.sin(pitch) + dz * Math.cos(pitch);
    const x2 = dx * Math.cos(yaw) - z1 * Math.sin(yaw);
    const z2 = dx * Math.sin(yaw) + z1 * Math.cos(yaw);
    const px = rest[0] * x2 + rest[1] * y1 + rest[2] * z2;
    const py = rest[4] * x2 + rest[5] * y1 + rest[6] * z2;
    const rolledX = scale * (px * Math.cos(roll) - py * Math.sin(roll));
    const rolledY = scale * (px * Math.sin(roll) + py * Math.cos(roll));
    return [
      pivotX + rolledX + shiftX - (rest[0] * x + rest[1] * y + rest[2] * z + rest[3]),
      pivotY + rolledY + shiftY - (rest[4] * x + rest[5] * y + rest[6] * z + rest[7]),
    ];
  };
  const at0 = displace(0, 0, 0);
  const columns = [displace(1, 0, 0), displace(0, 1, 0), displace(0, 0, 1)];
  return {
    rest,
    head: Float64Array.from([
      ...columns.map((c) => c[0] - at0[0]),
      at0[0],
      ...columns.map((c) => c[1] - at0[1]),
      at0[1],
    ]),
    torso: {
      ...torso,
      leanRad: motion[MOTION.lean],
      risePx: motion[MOTION.breath] * BREATH_RISE * unitPx,
      widening: motion[MOTION.breath] * BREATH_WIDENING,
      followXPx: shiftX * SHOULDER_FOLLOW,
      followYPx: shiftY * SHOULDER_FOLLOW,
    },
  };
}

/** Where a vertex goes. Weights as in `Puppet`. Writes picture pixels to `out[at]`, `out[at + 1]`. */
export function projectPoint(
  motion: HeadMotion,
  x: number,
  y: number,
  z: number,
  relief: number,
  headWeight: number,
  torsoWeight: number,
  borderWeight: number,
  out: Float32Array,
  at: number,
): void {
  const { rest: r, head: h, torso } = motion;
  const px = r[0] * x + r[1] * y + r[2] * z + r[3];
  const py = r[4] * x + r[5] * y + r[6] * z + r[7];
  const height = torso.bottomY - py;
  const up = height / (torso.bottomY - torso.shoulderY);
  const hold = smoothStep(0, 1, up);
  const chest = hold * (1 - smoothStep(1, 1.8, up));
  const aside = px - torso.pivotX;
  const free = 1 - headWeight;
  const torsoX =
    hold * (torso.leanRad * height + free * torso.followXPx) + chest * torso.widening * aside;
  const torsoY = hold * (torso.leanRad * aside + free * torso.followYPx - torso.risePx);
  const headX = h[0] * x + h[1] * y + h[2] * relief + h[3];
  const headY = h[4] * x + h[5] * y + h[6] * relief + h[7];
  out[at] = px + borderWeight * (headWeight * headX + torsoWeight * torsoX);
  out[at + 1] = py + borderWeight * (headWeight * headY + torsoWeight * torsoY);
}
