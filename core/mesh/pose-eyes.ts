// Places lids, lashes and eyeballs for one frame.

import type { Expression } from './expression.ts';
import type { HeadMotion } from './head-motion.ts';
import { projectPoint } from './head-motion.ts';
import { placeOpening } from './opening.ts';
import type { EyeModel, Puppet } from './puppet.ts';
import type { EyePose, PuppetPose } from './puppet-pose.ts';
import { smoothStep } from './smooth-step.ts';

/** Gaze shift in E after which the layers of the eye have replaced the picture's. */
const DEPARTURE_GAZE = 0.004;

const probe = new Float32Array(6);

/** The inverse of the affine map that takes three picture points to three frame points. */
function invertAffine(from: Float64Array, to: Float32Array, out: Float64Array): void {
  const [ax, ay, bx, by] = [to[2] - to[0], to[3] - to[1], to[4] - to[0], to[5] - to[1]];
  const [ux, uy, vx, vy] = [
    from[2] - from[0],
    from[3] - from[1],
    from[4] - from[0],
    from[5] - from[1],
  ];
  const det = ax * by - bx * ay;
  const m00 = (ux * by - vx * ay) / det;
  const m01 = (vx * ax - ux * bx) / det;
  const m10 = (uy * by - vy * ay) / det;
  const m11 = (vy * ax - uy * bx) / det;
  out.set([
    m00,
    m01,
    from[0] - m00 * to[0] - m01 * to[1],
    m10,
    m11,
    from[1] - m10 * to[0] - m11 * to[1],
  ]);
}

function placeEyeball(puppet: Puppet, eye: EyeModel, motion: HeadMotion, pose: EyePose): void {
  const { rest } = motion;
  const [x, y, z] = eye.center;
  const relief = 0.5 * (puppet.relief[eye.upperLine[0]] + puppet.relief[eye.upperLine[8]]);
  const border = puppet.borderWeight[eye.upperLine[0]];
  const source = new Float64Array(6);
  const corners = [
    [x, y],
    [x + 0.2, y],
    [x, y + 0.2],
  ];
  corners.forEach(([cx, cy], i) => {
    source[2 * i] = rest[0] * cx + rest[1] * cy + rest[2] * z + rest[3];
    source[2 * i + 1] = rest[4] * cx + rest[5] * cy + rest[6] * z + rest[7];
    projectPoint(motion, cx, cy, z, relief, 1, 1, border, probe, 2 * i);
  });
  invertAffine(source, probe, pose.toSource);
}

/** Needs `pose.positions` of this frame. */
export function poseEyes(
  puppet: Puppet,
  expression: Expression,
  motion: HeadMotion,
  pose: PuppetPose,
): void {
  puppet.eyes.forEach((eye, side) => {
    const target = pose.eyes[side];
    const blink = expression.blink[side];
    placeOpening(eye.upperLine, eye.lowerLine, pose.positions, target.opening);
    placeEyeball(puppet, eye, motion, target);
    target.blink = blink;
    target.lashOpacity = 0.7 * smoothStep(0.3, 0.9, blink);
    target.gazeXPx = expression.gazeX * puppet.head.unitPx;
    target.gazeYPx = expression.gazeY * puppet.head.unitPx;
    const gaze = Math.hypot(expression.gazeX, expression.gazeY);
    const departure = 8 * blink + 4 * expression.amounts.squint + gaze / DEPARTURE_GAZE;
    target.opacity = smoothStep(0, 1, departure);
  });
}
