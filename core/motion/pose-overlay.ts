// What the user's pose keys ask of one person over some frames: the curves that go over the
// generator's own motion.
import { POSE_PARAMETERS } from '../pose/pose-schema.ts';

/** Numbers per frame: one for each of POSE_PARAMETERS. */
export const POSE_SIZE = POSE_PARAMETERS.length;

/** Values of `PoseOverlay.gaze` besides the index of a person. */
export const GAZE_AUTO = -1;
export const GAZE_CAMERA = -2;
/** Nobody is looked at; gazeX and gazeY say where the eyes are. */
export const GAZE_FREE = -3;

export interface PoseOverlay {
  /** In the units of the motion vector; 0 where the weight is 0. // [T, POSE_SIZE] */
  readonly values: Float32Array;
  /** From 0, the generator's own motion, to 1, the keys'. // [T, POSE_SIZE] */
  readonly weights: Float32Array;
  /** Whom the person looks at: an index into the people, or one of the GAZE values. // [T] */
  readonly gaze: Int8Array;
  /** Share of the generator's own motion that stays under the keys, 0..1. */
  readonly keepMotion: number;
}
