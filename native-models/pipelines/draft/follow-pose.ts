// The user's pose keys over the generator's own motion: numbers are blended, a gaze target replaces
// whom the person would look at. The generator goes on underneath, so it is unchanged afterwards.
import {
  GAZE_AUTO,
  GAZE_CAMERA,
  GAZE_FREE,
  POSE_SIZE,
  type PoseOverlay,
} from '#core/motion/pose-overlay.ts';
import { POSE_PARAMETERS, type PoseParameter } from '#core/pose/pose-schema.ts';
import { LOOK_CAMERA, LOOK_REST, type LookTarget } from './look-direction.ts';

/** The keys of one person in one frame. */
export interface PoseCues {
  /** Null: the generator chooses. */
  readonly target: LookTarget | null;
  /** True when the eyes are to stay on something though keys turn the head. */
  readonly holdsTarget: boolean;
  /** The parameter that is shown where the generator alone would show `own`. */
  readonly blend: (parameter: PoseParameter, own: number) => number;
}

const NO_KEYS: PoseCues = { target: null, holdsTarget: false, blend: (_, own) => own };

const PLACE = Object.fromEntries(POSE_PARAMETERS.map((name, index) => [name, index])) as Record<
  PoseParameter,
  number
>;

/** @param overlay null where the person has no keys */
export function readPoseCues(
  overlay: PoseOverlay | null,
  frame: number,
  self: number,
  people: number,
): PoseCues {
  if (overlay === null) return NO_KEYS;
  const { values, weights, gaze, keepMotion } = overlay;
  const target = targetOf(gaze[frame], self, people);
  return {
    target,
    holdsTarget: target === LOOK_CAMERA || (target ?? LOOK_REST) >= 0,
    blend: (parameter, own) => {
      const at = frame * POSE_SIZE + PLACE[parameter];
      const asked = values[at] + keepMotion * own;
      return own + (asked - own) * weights[at];
    },
  };
}

function targetOf(gaze: number, self: number, people: number): LookTarget | null {
  if (gaze === GAZE_AUTO) return null;
  if (gaze === GAZE_CAMERA) return LOOK_CAMERA;
  // Nobody can look at himself, nor at somebody who is not in the picture.
  return gaze === GAZE_FREE || gaze === self || gaze < 0 || gaze >= people ? LOOK_REST : gaze;
}
