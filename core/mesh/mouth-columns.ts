// The lips measured column by column, and smooth weight fields around the mouth.

import {
  CHIN,
  LOWER_INNER_LIP,
  LOWER_LIP_MIDDLE,
  LOWER_LIP_NEXT,
  LOWER_LIP_OUTER,
  MOUTH_CORNERS,
  NOSE_BASE,
  UPPER_INNER_LIP,
  UPPER_LIP_MIDDLE,
  UPPER_LIP_NEXT,
  UPPER_LIP_OUTER,
} from './landmark-groups.ts';
import type { RestShape } from './rest-shape.ts';
import { smoothStep } from './smooth-step.ts';

const UPPER_LIP: ReadonlySet<number> = new Set([
  ...UPPER_INNER_LIP,
  ...UPPER_LIP_NEXT,
  ...UPPER_LIP_MIDDLE,
  ...UPPER_LIP_OUTER,
]);
const LOWER_LIP: ReadonlySet<number> = new Set([
  ...LOWER_INNER_LIP,
  ...LOWER_LIP_NEXT,
  ...LOWER_LIP_MIDDLE,
  ...LOWER_LIP_OUTER,
]);

/** Mouth measures in the head frame, E. Columns include both corners. // [11] */
export interface MouthColumns {
  readonly x: readonly number[];
  readonly seamY: readonly number[];
  readonly upperY: readonly number[];
  readonly lowerY: readonly number[];
  /** Inner lip gap; 0 at the corners. */
  readonly gap: readonly number[];
  readonly halfWidth: number;
  readonly noseY: number;
  readonly chinY: number;
}

/** Where one vertex stands in relation to the mouth. */
export interface MouthPlace {
  readonly x: number;
  /** Distance from the corner-to-corner axis over the half width; 1 at the corners. */
  readonly aside: number;
  /** Below the seam of the lips is positive. */
  readonly belowSeam: number;
  /** -1 above the seam, 1 below, 0 at the corners. */
  readonly side: -1 | 0 | 1;
  /** Follows the upper lip, the lower lip, the chin, or any mouth movement; 0..1. */
  readonly upper: number;
  readonly lower: number;
  readonly chin: number;
  readonly around: number;
  readonly isLip: boolean;
}

export function measureMouth(shape: RestShape): MouthColumns {
  const { local } = shape;
  const [left, right] = MOUTH_CORNERS;
  const upper = [left, ...UPPER_INNER_LIP, right];
  const lower = [left, ...LOWER_INNER_LIP, right];
  return {
    x: upper.map((u, i) => (local[u][0] + local[lower[i]][0]) / 2),
    seamY: upper.map((u, i) => (local[u][1] + local[lower[i]][1]) / 2),
    upperY: upper.map((u) => local[u][1]),
    lowerY: lower.map((l) => local[l][1]),
    gap: upper.map((u, i) => Math.max(0, local[lower[i]][1] - local[u][1])),
    halfWidth: (Math.abs(local[left][0]) + Math.abs(local[right][0])) / 2,
    noseY: local[NOSE_BASE][1],
    chinY: local[CHIN][1],
  };
}

/** Piecewise linear; constant beyond the ends. `xs` ascends. */
export function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  if (x <= xs[0]) return ys[0];
  for (let i = 1; i < xs.length; i++) {
    if (x > xs[i]) continue;
    const t = (x - xs[i - 1]) / (xs[i] - xs[i - 1] + 1e-9);
    return ys[i - 1] + (ys[i] - ys[i - 1]) * t;
  }
  return ys[ys.length - 1];
}

function sideOf(vertex: number, belowSeam: number): -1 | 0 | 1 {
  if (UPPER_LIP.has(vertex)) return -1;
  if (LOWER_LIP.has(vertex)) return 1;
  if (vertex === MOUTH_CORNERS[0] || vertex === MOUTH_CORNERS[1]) return 0;
  return belowSeam < 0 ? -1 : 1;
}

/** The experiment's weight fields (spike/draft, `info`), in E. */
export function placeNearMouth(
  shape: RestShape,
  columns: MouthColumns,
  vertex: number,
): MouthPlace {
  const [x, y] = shape.local[vertex];
  const { halfWidth, chinY } = columns;
  const noseReach = Math.abs(columns.noseY);
  const belowSeam = y - interpolate(columns.x, columns.seamY, x);
  const side = sideOf(vertex, belowSeam);
  const aside = Math.abs(x) / halfWidth;
  const towardsChin = Math.min(1, Math.max(0, belowSeam) / (chinY * 0.45));
  const fall =
    belowSeam < chinY * 1.15
      ? 1 - 0.25 * smoothStep(0.05, chinY, belowSeam)
      : 0.75 * (1 - smoothStep(chinY * 1.1, chinY * 2.2, belowSeam));
  const radius = Math.hypot(x / (halfWidth * 1.9), y / (noseReach * 1.6));
  return {
    x,
    aside,
    belowSeam,
    side,
    upper:
      side < 0
        ? (1 - smoothStep(0, noseReach * 1.05, -belowSeam)) * (1 - smoothStep(0.9, 1.7, aside))
        : 0,
    lower: side > 0 ? (1 - towardsChin) * (1 - smoothStep(0.95, 1.6, aside)) : 0,
    chin: side > 0 ? fall * (1 - smoothStep(1, 2.4, aside)) * towardsChin : 0,
    around: Math.exp(-radius * radius * 1.6),
    isLip: UPPER_LIP.has(vertex) || LOWER_LIP.has(vertex),
  };
}
