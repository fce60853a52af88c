// How a person is posed at a frame: what keys say, and what the generator does beside them.
import { poseCurveOf, poseKeysOf } from '#core/pose/pose-track.ts';
import { samplePoseCurve } from '#core/pose/pose-curve.ts';
import { POSE_PARAMETERS, type GazeTarget, type PoseParameter } from '#core/pose/pose-schema.ts';
import { MOTION, MOTION_SIZE } from '#core/motion/motion-vector.ts';
import type { PoseKey, ProjectDocument } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { DRAFT_FRAME_RATE, ticksToFrame } from '#core/time/ticks.ts';
import type { FrameMotion } from '../motion/motion-cache.ts';

export type PoseNumbers = { readonly [K in PoseParameter]: number };
export type KeyState = 'on-key' | 'between-keys';

export interface PoseNow {
  readonly frame: number;
  /** What is on screen. */
  readonly values: PoseNumbers;
  /** Where a value comes from; parameters without keys are left out. */
  readonly states: { readonly [K in PoseParameter]?: KeyState };
  /** The key on this very frame. */
  readonly key: PoseKey | null;
  readonly gaze: GazeTarget;
  /** Whether the gaze was set on this very frame. */
  readonly isGazeOnKey: boolean;
}

const AUTO: GazeTarget = { kind: 'auto' };

export function poseKeyAtFrame(
  document: ProjectDocument,
  personId: PersonId,
  frame: number,
): PoseKey | null {
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  return (
    poseKeysOf(document, personId).find(({ tick }) => ticksToFrame(tick, rate) === frame) ?? null
  );
}

/** @param motion of the frame, of all people; null before there is any */
export function poseAt(
  document: ProjectDocument,
  personId: PersonId,
  frame: number,
  motion: FrameMotion | null,
): PoseNow {
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const keys = poseKeysOf(document, personId);
  const key = poseKeyAtFrame(document, personId, frame);
  const row = motion?.people.indexOf(personId) ?? -1;
  const values: Record<string, number> = {};
  const states: Record<string, KeyState> = {};
  for (const parameter of POSE_PARAMETERS) {
    const moved = row < 0 ? 0 : (motion?.motion[row * MOTION_SIZE + MOTION[parameter]] ?? 0);
    const { value, weight } = samplePoseCurve(poseCurveOf(keys, parameter, rate), frame);
    // Motion lags behind a gesture for a moment; what a key holds is known at once.
    values[parameter] = weight === 1 ? value : moved;
    if ((key?.values[parameter] ?? null) !== null) states[parameter] = 'on-key';
    else if (weight > 0) states[parameter] = 'between-keys';
  }
  const gazeKey = keys.findLast(
    ({ gaze, tick }) => gaze !== null && ticksToFrame(tick, rate) <= frame,
  );
  return {
    frame,
    values: values as PoseNumbers,
    states: states,
    key,
    gaze: gazeKey?.gaze ?? AUTO,
    isGazeOnKey: gazeKey !== undefined && gazeKey === key,
  };
}
