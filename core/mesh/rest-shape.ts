// The face mesh as measured, in pixels and in the head frame, before anything moves.

import type { HeadFrame } from './head-frame.ts';
import { buildHeadFrame, toLocal } from './head-frame.ts';
import { EYES, FACE_VERTICES } from './landmark-groups.ts';

/** Growable vertex list: picture pixels with depth, and head-frame coordinates in E. */
export interface RestShape {
  readonly frame: HeadFrame;
  /** // [V][3] px */
  readonly points: [x: number, y: number, z: number][];
  /** // [V][3] E */
  readonly local: [x: number, y: number, z: number][];
}

/** How far the lid contour is widened so that lashes and lid margins lie inside it. */
const EYE_WIDENING_X = 1.1;
const EYE_WIDENING_Y = 1.28;
/** The crease and bag rows give way by this share of the widening. */
const ROW_SHARE = 0.5;

/** Mesh landmarks may number 468 or 478; only the first 468 become vertices. */
export function buildRestShape(landmarks: readonly number[]): RestShape {
  const frame = buildHeadFrame(landmarks);
  const points: [number, number, number][] = [];
  for (let i = 0; i < FACE_VERTICES; i++) {
    points.push([landmarks[3 * i], landmarks[3 * i + 1], landmarks[3 * i + 2]]);
  }
  const shape: RestShape = { frame, points, local: [] };
  for (const point of points) shape.local.push([...toLocal(frame, point)]);
  for (const eye of EYES) widenEye(shape, eye);
  return shape;
}

/** Moves a vertex by an offset in the head frame, keeping both coordinates in step. */
export function shiftVertex(shape: RestShape, vertex: number, dx: number, dy: number): void {
  const { axisX, axisY, unitPx } = shape.frame;
  const local = shape.local[vertex];
  const point = shape.points[vertex];
  local[0] += dx;
  local[1] += dy;
  for (let c = 0; c < 3; c++) point[c] += unitPx * (dx * axisX[c] + dy * axisY[c]);
}

function widenEye(shape: RestShape, eye: (typeof EYES)[number]): void {
  const [a, b] = eye.corners.map((corner) => shape.local[corner]);
  const center = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const offset = (vertex: number, share: number): [number, number] => {
    const [x, y] = shape.local[vertex];
    return [
      (x - center[0]) * (EYE_WIDENING_X - 1) * share,
      (y - center[1]) * (EYE_WIDENING_Y - 1) * share,
    ];
  };
  const rows = [eye.crease, eye.bag].map((row, side) =>
    row.map((vertex, i) => ({
      vertex,
      move: offset((side === 0 ? eye.upper : eye.lower)[i], ROW_SHARE),
    })),
  );
  const ring = [...eye.corners, ...eye.upper, ...eye.lower].map((vertex) => ({
    vertex,
    move: offset(vertex, 1),
  }));
  for (const { vertex, move } of [...ring, ...rows.flat()]) {
    shiftVertex(shape, vertex, move[0], move[1]);
  }
}
