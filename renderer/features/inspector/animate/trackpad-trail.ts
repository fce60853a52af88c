// The way of the head between the keys around the playhead, for the trackpad.
import { poseCurveOf, poseKeysOf } from '#core/pose/pose-track.ts';
import { samplePoseCurve } from '#core/pose/pose-curve.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { DRAFT_FRAME_RATE, ticksToFrame } from '#core/time/ticks.ts';

export interface HeadTrail {
  /** Radians of yaw and pitch. */
  readonly points: readonly (readonly [yaw: number, pitch: number])[];
  /** Where keys stand on it. */
  readonly keys: readonly (readonly [yaw: number, pitch: number])[];
}

const MOST_POINTS = 40;

/** From the key before the playhead to the key behind it; null with less than two keys. */
export function headTrail(
  document: ProjectDocument,
  personId: PersonId,
  frame: number,
): HeadTrail | null {
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const keys = poseKeysOf(document, personId);
  const frames = keys
    .filter(({ values }) => values.yaw !== undefined || values.pitch !== undefined)
    .map(({ tick }) => ticksToFrame(tick, rate));
  const before = frames.findLast((each) => each < frame);
  const after = frames.find((each) => each > frame);
  const here = frames.includes(frame) ? frame : undefined;
  const first = before ?? here;
  const last = after ?? here;
  if (first === undefined || last === undefined || first === last) return null;
  const [yaw, pitch] = [poseCurveOf(keys, 'yaw', rate), poseCurveOf(keys, 'pitch', rate)];
  const at = (each: number): readonly [number, number] => [
    samplePoseCurve(yaw, each).value,
    samplePoseCurve(pitch, each).value,
  ];
  const steps = Math.min(MOST_POINTS, last - first);
  const points = Array.from({ length: steps + 1 }, (_, i) =>
    at(Math.round(first + ((last - first) * i) / steps)),
  );
  return { points, keys: [at(first), at(last)] };
}
