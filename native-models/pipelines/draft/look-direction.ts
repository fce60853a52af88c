// Directions between the people of a picture.
import type { DraftCast, DraftPerson } from './draft-cast.ts';
import { clamp } from './smooth-motion.ts';

/** An index of a person, or one of those below. */
export type LookTarget = number;
/** As in the source picture. */
export const LOOK_REST = -1;
/** Aside, at nothing. */
export const LOOK_ASIDE = -2;
/** Into the camera. */
export const LOOK_CAMERA = -3;

/** Direction relative to the source picture, radians, signs as in the motion vector. */
export interface LookDirection {
  readonly yawRad: number;
  readonly pitchRad: number;
}

/** Where somebody's eyes are, where the head stays meanwhile, and what `LOOK_ASIDE` means now. */
interface Attention {
  readonly target: LookTarget;
  readonly home: LookTarget;
  readonly aside: LookDirection;
}

const GLANCE_HEAD_SHARE = 0.25;
/** Radians; a face turned further away than this cannot be turned to the camera. */
const LARGEST_BACK_YAW = 0.45;
const LARGEST_BACK_PITCH = 0.2;

/** By distance in the picture; equal distances go to the left, whatever the order of people. */
export function isNearer(candidate: number, best: number, self: number, cast: DraftCast): boolean {
  const distances = [candidate, best].map((i) => {
    const [x, y] = cast.people[i].faceCentre;
    const [ownX, ownY] = cast.people[self].faceCentre;
    return Math.hypot(x - ownX, y - ownY);
  });
  if (distances[0] !== distances[1]) return distances[0] < distances[1];
  return cast.people[candidate].faceCentre[0] < cast.people[best].faceCentre[0];
}

/** The neighbour, or LOOK_REST for somebody alone. */
export function nearestPerson(self: number, cast: DraftCast): LookTarget {
  let nearest = LOOK_REST;
  for (let i = 0; i < cast.people.length; i++) {
    if (i === self) continue;
    if (nearest === LOOK_REST || isNearer(i, nearest, self, cast)) nearest = i;
  }
  return nearest;
}

/** Where the head turns: to its home, and a little after a glance of the eyes. */
export function headDirection(attention: Attention, self: number, cast: DraftCast): LookDirection {
  const home = lookDirection(attention.home, self, cast, attention.aside);
  if (attention.target === attention.home) return home;
  const glance = lookDirection(attention.target, self, cast, attention.aside);
  return {
    yawRad: home.yawRad + GLANCE_HEAD_SHARE * (glance.yawRad - home.yawRad),
    pitchRad: home.pitchRad + GLANCE_HEAD_SHARE * (glance.pitchRad - home.pitchRad),
  };
}

/**
 * Direction of a target as seen by person `self`. Two people beside each other look at each other
 * at about 25 to 45 degrees from the camera, more the further apart they sit; a source head that
 * is already turned that far turns no further.
 */
export function lookDirection(
  target: LookTarget,
  self: number,
  cast: DraftCast,
  aside: LookDirection,
): LookDirection {
  if (target === LOOK_ASIDE) return aside;
  const person = cast.people[self];
  if (target === LOOK_CAMERA) return cameraDirection(person);
  if (target < 0) return { yawRad: 0, pitchRad: 0 };
  const [x, y] = person.faceCentre;
  const [otherX, otherY] = cast.people[target].faceCentre;
  const facesAcross = (otherX - x) / person.faceSize;
  const facesDown = (otherY - y) / person.faceSize;
  const side = Math.sign(facesAcross);
  const desired = 0.34 + 0.05 * clamp(Math.abs(facesAcross) - 1.5, 0, 5);
  const missing = clamp(desired - side * person.headPose.yaw, 0.05, 0.45);
  return { yawRad: side * missing, pitchRad: clamp(0.12 * facesDown, -0.12, 0.12) };
}

/** Back by as much as the head is turned away from the camera in the picture. */
function cameraDirection({ headPose }: DraftPerson): LookDirection {
  return {
    yawRad: clamp(-headPose.yaw, -LARGEST_BACK_YAW, LARGEST_BACK_YAW),
    pitchRad: clamp(-headPose.pitch, -LARGEST_BACK_PITCH, LARGEST_BACK_PITCH),
  };
}
