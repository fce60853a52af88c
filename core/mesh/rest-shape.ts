// The face mesh as measured, in pixels and in the head frame, before anything moves.

import type { HeadFrame } from './head-frame.ts';
import { buildHeadFrame, toLocal } from './head-frame.ts';
import type { EyeGroup } from './landmark-groups.ts';
import { EYES, FACE_VERTICES } from './landmark-groups.ts';

/** Growable vertex list: picture pixels with depth, and head-frame coordinates in E. */
export interface RestShape {
  readonly frame: HeadFrame;
  /** // [V][3] px */
  readonly points: [x: number, y: number, z: number][];
  /** // [V][3] E */
  readonly local: [x: number, y: number, z: number][];
}

/** The lid contour is widened so that lashes and lid margins lie inside it. */
const WIDEN_OUTER = 0.1;
const WIDEN_INNER = 0.05;
/** Up and down: a share of the half opening plus a fixed part in E. */
const WIDEN_Y = 0.12;
const WIDEN_UP = 0.016;
const WIDEN_DOWN = 0.008;
/** Never further than this share of the way to the next row, which gives way by half. */
const ROOM = 0.68;
const ROW_SHARE = 0.45;

/** Mesh landmarks may number 468 or 478; only the first 468 become vertices. */
export function buildRestShape(landmarks: readonly number[]): RestShape {
  const frame = buildHeadFrame(landmarks);
  const points: [number, number, number][] = [];
  for (let i = 0; i < FACE_VERTICES; i++) {
    points.push([landmarks[3 * i], landmarks[3 * i + 1], landmarks[3 * i + 2]]);
  }
  const shape: RestShape = { frame, points, local: [] };
  for (const point of points) shape.local.push([...toLocal(frame, point)]);
  return shape;
}

/** Widens both eyes' lid lines, see WIDEN_*. */
export function widenEyes(shape: RestShape): void {
  for (const eye of EYES) widenEye(shape, eye);
}

/** Moves a vertex in the picture plane, in pixels. */
export function movePoint(shape: RestShape, vertex: number, dx: number, dy: number): void {
  const point = shape.points[vertex];
  point[0] += dx;
  point[1] += dy;
  shape.local[vertex] = [...toLocal(shape.frame, point)];
}

/** Moves a vertex a share of the way to another one. */
export function pullVertex(shape: RestShape, vertex: number, towards: number, share: number): void {
  for (const coordinates of [shape.points, shape.local]) {
    for (let c = 0; c < 3; c++) {
      coordinates[vertex][c] += (coordinates[towards][c] - coordinates[vertex][c]) * share;
    }
  }
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

function widenEye(shape: RestShape, eye: EyeGroup): void {
  const [a, b] = eye.corners.map((corner) => shape.local[corner]);
  const centerX = (a[0] + b[0]) / 2;
  const centerY = (a[1] + b[1]) / 2;
  const halfWidth = Math.abs(a[0] - b[0]) / 2;
  const moves: { vertex: number; dx: number; dy: number }[] = [];
  const sideways = (x: number): number =>
    (x - centerX) * (Math.abs(x) > Math.abs(centerX) ? WIDEN_OUTER : WIDEN_INNER);
  for (const corner of eye.corners) {
    moves.push({ vertex: corner, dx: sideways(shape.local[corner][0]), dy: 0 });
  }
  const widenLid = (lid: readonly number[], row: readonly number[], direction: -1 | 1): void => {
    lid.forEach((vertex, i) => {
      const [x, y] = shape.local[vertex];
      const inner = Math.sqrt(Math.max(0, 1 - ((x - centerX) / halfWidth) ** 2));
      const fixed = (direction < 0 ? WIDEN_UP : WIDEN_DOWN) * (0.5 + 0.5 * inner);
      const wanted = WIDEN_Y * Math.max(0, direction * (y - centerY)) + fixed;
      const room = ROOM * Math.max(0, direction * (shape.local[row[i]][1] - y));
      const dx = 0.8 * sideways(x);
      const dy = direction * Math.min(wanted, room);
      moves.push({ vertex, dx, dy }, { vertex: row[i], dx: dx * ROW_SHARE, dy: dy * ROW_SHARE });
    });
  };
  widenLid(eye.upper, eye.crease, -1);
  widenLid(eye.lower, eye.bag, 1);
  for (const { vertex, dx, dy } of moves) shiftVertex(shape, vertex, dx, dy);
}
