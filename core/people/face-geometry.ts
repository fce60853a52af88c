// Geometry of one 478-point face mesh: axes, head pose, lip gap, eye opening. All take // [478*3]

import type { HeadPose } from './face-analysis.ts';

const FOREHEAD_TOP = 10;
const CHIN = 152;
const EYE_OUTER_LEFT = 33;
const EYE_OUTER_RIGHT = 263;
const UPPER_LIP_INNER = 13;
const LOWER_LIP_INNER = 14;
/** Outer corner, inner corner, upper lid, lower lid; the eye on the left of the picture first. */
const EYES = [
  [33, 133, 159, 145],
  [263, 362, 386, 374],
] as const;

export type Vector3 = readonly [number, number, number];

/** Right-handed face axes in picture space (x right, y down, z away from the viewer). */
export interface FaceAxes {
  /** Through the outer eye corners, towards the right of the picture. */
  readonly x: Vector3;
  /** From forehead to chin, square to x. */
  readonly y: Vector3;
  /** Into the head. */
  readonly z: Vector3;
  /** 3-D distance of the outer eye corners in pixels: the unit E. */
  readonly unitPx: number;
}

/** The face's own frame (spec draft-generator 1.1). */
export function faceAxes(landmarks: ArrayLike<number>): FaceAxes {
  const across = between(landmarks, EYE_OUTER_LEFT, EYE_OUTER_RIGHT);
  const down = between(landmarks, FOREHEAD_TOP, CHIN);
  const unitPx = Math.hypot(...across);
  const x = scale(across, 1 / unitPx);
  const upright = subtract(down, scale(x, dot(down, x)));
  const y = scale(upright, 1 / Math.hypot(...upright));
  return { x, y, z: cross(x, y), unitPx };
}

/**
 * Head rotation from the mesh, read as Rz(roll) Ry(yaw) Rx(pitch) of the face axes.
 * Radians, 0 frontal. A mirrored picture negates yaw and roll.
 */
export function headPoseFromLandmarks(landmarks: ArrayLike<number>): HeadPose {
  const { x, y, z } = faceAxes(landmarks);
  return {
    pitch: Math.atan2(y[2], z[2]),
    yaw: Math.atan2(x[2], Math.hypot(x[0], x[1])),
    roll: Math.atan2(x[1], x[0]),
  };
}

/** Inner lip gap at the mouth centre in E, along the face's own vertical; never negative. */
export function lipGap(landmarks: ArrayLike<number>): number {
  const axes = faceAxes(landmarks);
  return Math.max(
    0,
    dot(between(landmarks, UPPER_LIP_INNER, LOWER_LIP_INNER), axes.y) / axes.unitPx,
  );
}

/** Lid distance over eye width, 3-D, per eye; the eye on the left of the picture first. */
export function eyeAspects(landmarks: ArrayLike<number>): readonly [left: number, right: number] {
  const [left, right] = EYES.map(
    ([outer, inner, upper, lower]) =>
      distanceBetween(landmarks, upper, lower) / distanceBetween(landmarks, outer, inner),
  );
  return [left, right];
}

/** 3-D distance of two landmarks in pixels. */
export function distanceBetween(landmarks: ArrayLike<number>, from: number, to: number): number {
  return Math.hypot(...between(landmarks, from, to));
}

function between(landmarks: ArrayLike<number>, from: number, to: number): Vector3 {
  return [
    landmarks[to * 3] - landmarks[from * 3],
    landmarks[to * 3 + 1] - landmarks[from * 3 + 1],
    landmarks[to * 3 + 2] - landmarks[from * 3 + 2],
  ];
}

function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function scale(a: Vector3, factor: number): Vector3 {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
