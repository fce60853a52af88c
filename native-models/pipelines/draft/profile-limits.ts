// A face seen from the side hides what a turn would show: motion shrinks with the source's yaw.
import { clamp, smoothStep } from './smooth-motion.ts';

const DEGREES = Math.PI / 180;

/** Gain of head motion: 1 up to 25 degrees of yaw, falling to 0.35 at 50 (spec draft 1.6). */
export function headMotionGain(sourceYawRad: number): number {
  const share = clamp((Math.abs(sourceYawRad) / DEGREES - 25) / 25, 0, 1);
  return 1 - 0.65 * share;
}

/** Gain of lip motion: 1 up to 50 degrees, 0 from 60 on: a full profile's mouth stays as it is. */
export function lipMotionGain(sourceYawRad: number): number {
  return 1 - smoothStep(50, 60, Math.abs(sourceYawRad) / DEGREES);
}

/** Largest lip gap in E: 0.22 from the front (spec draft 7), 0.10 in profile (spec draft 1.6). */
export function largestLipGap(sourceYawRad: number): number {
  const share = clamp((Math.abs(sourceYawRad) / DEGREES - 25) / 25, 0, 1);
  return 0.22 - 0.12 * share;
}
