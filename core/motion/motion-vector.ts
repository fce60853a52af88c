// The one language between whatever decides how people move and whatever draws it:
// 24 numbers per person and frame, every one bounded, meaningful and editable as a curve.

/** One parameter: its unit, its bounds, and its value in a neutral, silent, still face. */
export interface MotionParameter {
  readonly name: string;
  readonly unit: 'E' | 'rad' | 'ratio' | 'log';
  readonly min: number;
  readonly max: number;
  readonly rest: number;
  readonly meaning: string;
}

const parameter = <const N extends string>(
  name: N,
  unit: MotionParameter['unit'],
  min: number,
  max: number,
  meaning: string,
): MotionParameter & { readonly name: N } => ({ name, unit, min, max, rest: 0, meaning });

/**
 * The motion vector. E is the 3-D distance between the outer eye corners, the face's own unit.
 * Angles are relative to the source picture; all zero gives back the picture, except `gap`,
 * which is absolute: the source picture's own lip gap gives back the picture.
 */
export const MOTION_PARAMETERS = [
  parameter('gap', 'E', 0, 0.32, 'inner lip gap at the mouth centre, absolute'),
  parameter('width', 'ratio', -1, 1, 'mouth width: 1 spread, -1 narrow'),
  parameter('round', 'ratio', 0, 1, 'lips pushed forward and rounded'),
  parameter('close', 'ratio', 0, 1, 'lips pressed together (p b m)'),
  parameter('labiodental', 'ratio', 0, 1, 'lower lip under the upper teeth (f v)'),
  parameter('tongue', 'ratio', 0, 1, 'tongue tip raised (t d n l)'),
  parameter('jaw', 'E', -0.05, 0.1, 'chin offset beyond what the gap implies'),
  parameter('smile', 'ratio', -0.5, 1, 'mouth corners raised'),
  parameter('asymmetry', 'ratio', -1, 1, 'one mouth corner higher than the other'),
  parameter('blinkL', 'ratio', 0, 1, 'eye on the left of the picture closed'),
  parameter('blinkR', 'ratio', 0, 1, 'eye on the right of the picture closed'),
  parameter('browInner', 'ratio', -1, 1, 'inner brows raised'),
  parameter('browOuter', 'ratio', -1, 1, 'outer brows raised'),
  parameter('squint', 'ratio', 0, 1, 'lower lids raised'),
  parameter('gazeX', 'E', -0.035, 0.035, 'iris shift, positive to the right of the picture'),
  parameter('gazeY', 'E', -0.035, 0.035, 'iris shift, positive down'),
  parameter('pitch', 'rad', -0.35, 0.35, 'head rotation, positive nods down'),
  parameter('yaw', 'rad', -0.4, 0.4, 'head rotation, positive turns to the right of the picture'),
  parameter('roll', 'rad', -0.35, 0.35, 'head rotation, positive clockwise in the picture'),
  parameter('tx', 'E', -0.3, 0.3, 'head shift, positive to the right of the picture'),
  parameter('ty', 'E', -0.3, 0.3, 'head shift, positive down'),
  parameter('scale', 'log', -0.1, 0.1, 'head size, natural logarithm'),
  parameter('lean', 'rad', -0.1, 0.1, 'torso lean, positive clockwise in the picture'),
  parameter('breath', 'ratio', -1, 1, 'chest rise of breathing'),
] as const satisfies readonly MotionParameter[];

export type MotionParameterName = (typeof MOTION_PARAMETERS)[number]['name'];

export const MOTION_SIZE = MOTION_PARAMETERS.length;

/** Index of each parameter inside a motion vector. */
export const MOTION = {
  gap: 0,
  width: 1,
  round: 2,
  close: 3,
  labiodental: 4,
  tongue: 5,
  jaw: 6,
  smile: 7,
  asymmetry: 8,
  blinkL: 9,
  blinkR: 10,
  browInner: 11,
  browOuter: 12,
  squint: 13,
  gazeX: 14,
  gazeY: 15,
  pitch: 16,
  yaw: 17,
  roll: 18,
  tx: 19,
  ty: 20,
  scale: 21,
  lean: 22,
  breath: 23,
} as const;

/** Motion of all people over some frames: `data` is `// [T, P, 24]`, row-major. */
export interface MotionClip {
  readonly frames: number;
  readonly people: number;
  readonly data: Float32Array;
}

export function createMotionClip(frames: number, people: number): MotionClip {
  return { frames, people, data: new Float32Array(frames * people * MOTION_SIZE) };
}

/** The vector of one person in one frame, as a view that writes through. // [24] */
export function motionAt(clip: MotionClip, frame: number, person: number): Float32Array {
  const offset = (frame * clip.people + person) * MOTION_SIZE;
  return clip.data.subarray(offset, offset + MOTION_SIZE);
}

/** Forces a vector into its bounds; a NaN becomes the rest value. Writes in place. // [24] */
export function clampMotion(vector: Float32Array): void {
  for (let i = 0; i < MOTION_SIZE; i++) {
    const bounds = MOTION_PARAMETERS[i];
    const value = vector[i];
    vector[i] = Number.isNaN(value)
      ? bounds.rest
      : Math.min(bounds.max, Math.max(bounds.min, value));
  }
}
