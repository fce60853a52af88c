// Turned faces show less of the truth, so they may move less (spec draft-generator 1.6).

import type { HeadPose } from '../people/face-analysis.ts';
import type { HeadFrame } from './head-frame.ts';
import type { MotionLimits } from './puppet.ts';

const DEGREE = Math.PI / 180;
/** Landmark depth is flat; a turn measured from it is this much too small (tangent). */
const DEPTH_STRETCH = 2.2;

/** Turn of the face in the picture, radians, from its own mesh and from analysis, the larger. */
export function sourceYawRad(frame: HeadFrame, pose: HeadPose): number {
  const planar = Math.hypot(frame.axisX[0], frame.axisX[1]);
  const own = Math.atan2(DEPTH_STRETCH * Math.abs(frame.axisX[2]), planar);
  return Math.max(own, Math.abs(pose.yaw));
}

export function limitsFor(yawRad: number): MotionLimits {
  const degrees = yawRad / DEGREE;
  const turn = Math.min(1, Math.max(0, (degrees - 25) / 25));
  return {
    rotationGain: 1 - 0.65 * turn,
    maxGap: degrees > 60 ? 0 : 0.32 - 0.22 * Math.min(1, Math.max(0, (degrees - 30) / 20)),
    mouthGain: degrees > 60 ? 0 : 1,
  };
}
