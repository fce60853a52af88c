// What a person's pose keys ask for, frame by frame. A parameter follows only the keys that touch it.
import {
  GAZE_AUTO,
  GAZE_CAMERA,
  GAZE_FREE,
  POSE_SIZE,
  type PoseOverlay,
} from '../motion/pose-overlay.ts';
import type { PoseKey, ProjectDocument } from '../project/document.ts';
import type { PersonId } from '../project/ids.ts';
import { compareText, lowerBound } from '../project/row-order.ts';
import { ticksToFrame, type Rational } from '../time/ticks.ts';
import { makePoseCurve, samplePoseCurve, type PoseCurve } from './pose-curve.ts';
import { POSE_PARAMETERS, type PoseParameter } from './pose-schema.ts';

/** A pose over some frames. */
export type PoseFrames = Omit<PoseOverlay, 'keepMotion'>;

type TrackKey = Pick<PoseKey, 'tick' | 'values' | 'gaze' | 'interpolation'>;

/** The pose keys of one person, by tick. */
export function poseKeysOf(document: ProjectDocument, personId: PersonId): readonly PoseKey[] {
  const keys = document.poseKeys;
  const first = lowerBound(keys, (key) => compareText(key.personId, personId) < 0);
  const end = lowerBound(keys, (key) => compareText(key.personId, personId) <= 0);
  return keys.slice(first, end);
}

/** The curve of one parameter; empty when no key touches it. A key acts on the frame that shows it. */
export function poseCurveOf(
  keys: readonly TrackKey[],
  parameter: PoseParameter,
  rate: Rational,
): PoseCurve {
  return makePoseCurve(
    keys.flatMap(({ tick, values, interpolation }) => {
      const value = values[parameter];
      return value === undefined ? [] : [{ frame: ticksToFrame(tick, rate), value, interpolation }];
    }),
  );
}

function gazeOf(gaze: NonNullable<PoseKey['gaze']>, people: readonly PersonId[]): number {
  switch (gaze.kind) {
    case 'auto':
      return GAZE_AUTO;
    case 'camera':
      return GAZE_CAMERA;
    case 'free':
      return GAZE_FREE;
    case 'person': {
      const index = people.indexOf(gaze.personId);
      return index < 0 ? GAZE_AUTO : index;
    }
  }
}

/** A gaze holds from its key to the next key with a gaze. */
function evaluateGaze(
  keys: readonly TrackKey[],
  people: readonly PersonId[],
  rate: Rational,
  firstFrame: number,
  frameCount: number,
): Int8Array {
  const gaze = new Int8Array(frameCount).fill(GAZE_AUTO);
  for (const key of keys) {
    if (key.gaze === null) continue;
    const start = Math.max(0, ticksToFrame(key.tick, rate) - firstFrame);
    if (start >= frameCount) break;
    gaze.fill(gazeOf(key.gaze, people), start);
  }
  return gaze;
}

/**
 * The pose of one person over `frameCount` frames from `firstFrame`. Every frame is known by
 * itself: any cut of the film gives the same numbers.
 *
 * @param keys of one person, by rising tick
 * @param people ids in document order: what a gaze at a person is counted in
 */
export function evaluatePose(
  keys: readonly TrackKey[],
  people: readonly PersonId[],
  rate: Rational,
  firstFrame: number,
  frameCount: number,
): PoseFrames {
  const values = new Float32Array(frameCount * POSE_SIZE);
  const weights = new Float32Array(frameCount * POSE_SIZE);
  POSE_PARAMETERS.forEach((parameter, column) => {
    const curve = poseCurveOf(keys, parameter, rate);
    if (curve.length === 0) return;
    for (let i = 0; i < frameCount; i++) {
      const { value, weight } = samplePoseCurve(curve, firstFrame + i);
      values[i * POSE_SIZE + column] = value;
      weights[i * POSE_SIZE + column] = weight;
    }
  });
  return { values, weights, gaze: evaluateGaze(keys, people, rate, firstFrame, frameCount) };
}

/** The pose that the planner follows for one person; null when no pose key acts on these frames. */
export function evaluatePoseOverlay(
  document: ProjectDocument,
  personId: PersonId,
  rate: Rational,
  firstFrame: number,
  frameCount: number,
): PoseOverlay | null {
  const person = document.people.find(({ id }) => id === personId);
  const keys = poseKeysOf(document, personId);
  if (person === undefined || keys.length === 0) return null;
  const people = document.people.map(({ id }) => id);
  const pose = evaluatePose(keys, people, rate, firstFrame, frameCount);
  const acts =
    pose.weights.some((weight) => weight > 0) || pose.gaze.some((gaze) => gaze !== GAZE_AUTO);
  return acts ? { ...pose, keepMotion: person.keepMotion } : null;
}
