// Exact area coverage of a polygon per pixel (signed-area accumulation, as font rasterisers do).
// Parts of the contour that turned inside out, like closed lids, count as uncovered.

import type { Rect } from './frame-buffer.ts';

export interface Coverage {
  readonly bounds: Rect;
  /** 0..1 for the pixels of `bounds`, row-major; one spare column per row. */
  values: Float32Array;
}

export function createCoverage(): Coverage {
  return { bounds: { left: 0, top: 0, right: 0, bottom: 0 }, values: new Float32Array(0) };
}

/** Pixels between rows of `values`. */
export function coverageStride(coverage: Coverage): number {
  return coverage.bounds.right - coverage.bounds.left + 2;
}

/**
 * @param polygon clockwise in the picture counts as positive. // [N, 2]
 * @returns false when nothing inside the frame is covered
 */
export function coverPolygon(
  coverage: Coverage,
  polygon: Float32Array,
  frameWidth: number,
  frameHeight: number,
): boolean {
  if (!fitBounds(coverage.bounds, polygon, frameWidth, frameHeight)) return false;
  const { bounds } = coverage;
  const stride = coverageStride(coverage);
  const size = stride * (bounds.bottom - bounds.top);
  if (coverage.values.length < size) coverage.values = new Float32Array(Math.ceil(size * 1.5));
  coverage.values.fill(0, 0, size);
  const count = polygon.length / 2;
  // Pixel centres lie on whole coordinates, so pixel x spans x - 0.5 to x + 0.5.
  const originX = bounds.left - 0.5;
  const originY = bounds.top - 0.5;
  for (let i = 0; i < count; i++) {
    const j = i + 1 === count ? 0 : i + 1;
    addEdge(
      coverage.values,
      stride,
      bounds,
      polygon[2 * i] - originX,
      polygon[2 * i + 1] - originY,
      polygon[2 * j] - originX,
      polygon[2 * j + 1] - originY,
    );
  }
  for (let row = 0; row < bounds.bottom - bounds.top; row++) {
    let sum = 0;
    for (let o = row * stride; o < (row + 1) * stride; o++) {
      sum += coverage.values[o];
      coverage.values[o] = sum < 0 ? 0 : sum > 1 ? 1 : sum;
    }
  }
  return true;
}

function fitBounds(bounds: Rect, polygon: Float32Array, width: number, height: number): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < polygon.length; i += 2) {
    left = Math.min(left, polygon[i]);
    right = Math.max(right, polygon[i]);
    top = Math.min(top, polygon[i + 1]);
    bottom = Math.max(bottom, polygon[i + 1]);
  }
  bounds.left = Math.max(0, Math.floor(left - 0.5));
  bounds.top = Math.max(0, Math.floor(top - 0.5));
  bounds.right = Math.min(width, Math.ceil(right + 0.5) + 1);
  bounds.bottom = Math.min(height, Math.ceil(bottom + 0.5) + 1);
  return bounds.left < bounds.right && bounds.top < bounds.bottom;
}

/** Adds the signed area to the right of one edge; prefix sums along the row give coverage. */
function addEdge(
  values: Float32Array,
  stride: number,
  bounds: Rect,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  if (y0 === y1) return;
  const direction = y0 < y1 ? -1 : 1;
  const [tx, ty, bx, by] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (bx - tx) / (by - ty);
  const width = bounds.right - bounds.left;
  const firstRow = Math.max(0, Math.floor(ty));
  const lastRow = Math.min(bounds.bottom - bounds.top, Math.ceil(by));
  for (let row = firstRow; row < lastRow; row++) {
    const yStart = Math.max(row, ty);
    const yEnd = Math.min(row + 1, by);
    if (yEnd <= yStart) continue;
    const height = direction * (yEnd - yStart);
    const xa = clamp(tx + (yStart - ty) * slope, width);
    const xb = clamp(tx + (yEnd - ty) * slope, width);
    spreadArea(values, row * stride, Math.min(xa, xb), Math.max(xa, xb), height);
  }
}

function clamp(x: number, width: number): number {
  return x < 0 ? 0 : x > width ? width : x;
}

/** Spreads one row's share of an edge that runs from `left` to `right` over the pixels it crosses. */
function spreadArea(
  values: Float32Array,
  at: number,
  left: number,
  right: number,
  height: number,
): void {
  const first = Math.floor(left);
  const last = Math.floor(right);
  if (first === last) {
    const inside = height * (1 - ((left + right) / 2 - first));
    values[at + first] += inside;
    values[at + first + 1] += height - inside;
    return;
  }
  const perPixel = height / (right - left);
  let before = 0;
  for (let column = first; column <= last; column++) {
    const from = Math.max(left, column);
    const to = Math.min(right, column + 1);
    const share = perPixel * (to - from);
    const inside = share * (1 - ((from + to) / 2 - column));
    values[at + column] += inside + before;
    before = share - inside;
  }
  values[at + last + 1] += before;
}
