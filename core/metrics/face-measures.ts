// Lips, eyes and lids of one mesh as pure numbers, comparable between faces and films. // [478*3]

import { distanceBetween, eyeAspects } from '../people/face-geometry.ts';

const EYE_KEYPOINTS = [33, 133, 362, 263, 159, 145, 386, 374];

/** Floats per frame written by `readEyeKeypoints`. */
export const EYE_KEYPOINT_FLOATS = EYE_KEYPOINTS.length * 2;

/**
 * Size of a face in pixels: mean of the outer eye corner distance and 1.6 times nose bridge to nose
 * base, 3-D, so that it changes little when the head turns or nods (`sc` of spec draft-generator 2).
 */
export function faceScale(landmarks: ArrayLike<number>): number {
  return (distanceBetween(landmarks, 33, 263) + 1.6 * distanceBetween(landmarks, 168, 2)) / 2;
}

/** Distance of the inner lips at the mouth centre, in face units (`open` of spec draft-generator 2). */
export function lipOpening(landmarks: ArrayLike<number>): number {
  return distanceBetween(landmarks, 13, 14) / faceScale(landmarks);
}

/** Mean lid distance over eye width of both eyes; a shut eye is under about .12. */
export function lidOpening(landmarks: ArrayLike<number>): number {
  const [left, right] = eyeAspects(landmarks);
  return (left + right) / 2;
}

/** x and y of the eight corner and lid points of both eyes, in pixels. // [16] */
export function readEyeKeypoints(landmarks: ArrayLike<number>): Float64Array {
  const points = new Float64Array(EYE_KEYPOINT_FLOATS);
  EYE_KEYPOINTS.forEach((point, i) => {
    points[2 * i] = landmarks[point * 3];
    points[2 * i + 1] = landmarks[point * 3 + 1];
  });
  return points;
}

/** Mean distance that the eye keypoints moved, over `scalePx`: AnyTalker's interactivity idea. // [16], [16] */
export function eyeDisplacement(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  scalePx: number,
): number {
  let sum = 0;
  for (let i = 0; i < EYE_KEYPOINT_FLOATS; i += 2) {
    sum += Math.hypot(after[i] - before[i], after[i + 1] - before[i + 1]);
  }
  return sum / EYE_KEYPOINTS.length / scalePx;
}
