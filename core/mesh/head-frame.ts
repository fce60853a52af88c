// The face's own 3-D frame: all expression is computed in it, so a turned face foreshortens by
// itself (spec draft-generator 1.1).

import { CHIN, FOREHEAD_TOP } from './landmark-groups.ts';
import type { Vector3 } from './vector3.ts';
import { cross, dot, length, normalize, subtract } from './vector3.ts';

/**
 * Origin is the mouth centre in pixels; x runs from the picture-left to the picture-right outer
 * eye corner, y down to the chin, z away from the camera. One unit is E, the eye-corner distance.
 */
export interface HeadFrame {
  readonly origin: Vector3;
  readonly axisX: Vector3;
  readonly axisY: Vector3;
  readonly axisZ: Vector3;
  /** Pixels in one E. */
  readonly unitPx: number;
}

/** Point `index` of `[N, 3]` landmarks. */
export function landmarkAt(landmarks: ArrayLike<number>, index: number): Vector3 {
  return [landmarks[3 * index], landmarks[3 * index + 1], landmarks[3 * index + 2]];
}

export function buildHeadFrame(landmarks: ArrayLike<number>): HeadFrame {
  const at = (index: number): Vector3 => landmarkAt(landmarks, index);
  const eyes = subtract(at(263), at(33));
  const axisX = normalize(eyes);
  const down = subtract(at(CHIN), at(FOREHEAD_TOP));
  const along = dot(down, axisX);
  const axisY = normalize([
    down[0] - axisX[0] * along,
    down[1] - axisX[1] * along,
    down[2] - axisX[2] * along,
  ]);
  const mouth = [at(78), at(308), at(13), at(14)];
  const mean = (axis: 0 | 1 | 2): number => mouth.reduce((sum, p) => sum + p[axis] / 4, 0);
  return {
    origin: [mean(0), mean(1), mean(2)],
    axisX,
    axisY,
    axisZ: cross(axisX, axisY),
    unitPx: length(eyes),
  };
}

export function toLocal(frame: HeadFrame, point: Vector3): Vector3 {
  const d = subtract(point, frame.origin);
  return [
    dot(d, frame.axisX) / frame.unitPx,
    dot(d, frame.axisY) / frame.unitPx,
    dot(d, frame.axisZ) / frame.unitPx,
  ];
}
