// Rectangles of whole pixels, the parts of a frame that a drawing step may touch.

import type { Puppet } from '#core/mesh/puppet.ts';

/** Right and bottom exclusive. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a contour covers pixels of the frame; null when nowhere. @param contour // [N, 2] */
export function contourRect(
  contour: Float32Array,
  width: number,
  height: number,
): PixelRect | null {
  const [left, top, right, bottom] = extentOf([contour]);
  const rect = {
    left: Math.max(0, Math.floor(left - 0.5)),
    top: Math.max(0, Math.floor(top - 0.5)),
    right: Math.min(width, Math.ceil(right + 0.5) + 1),
    bottom: Math.min(height, Math.ceil(bottom + 0.5) + 1),
  };
  return rect.left < rect.right && rect.top < rect.bottom ? rect : null;
}

/** Everything a person covers at rest or now, grown to even pixels as the film does. */
export function personRect(puppet: Puppet, positions: Float32Array): PixelRect {
  const [left, top, right, bottom] = extentOf([puppet.source, positions]);
  return {
    left: Math.max(0, Math.floor(left) - 1) & ~1,
    top: Math.max(0, Math.floor(top) - 1) & ~1,
    right: (Math.min(puppet.width, Math.ceil(right) + 2) + 1) & ~1,
    bottom: (Math.min(puppet.height, Math.ceil(bottom) + 2) + 1) & ~1,
  };
}

function extentOf(lists: readonly Float32Array[]): [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of lists) {
    for (let i = 0; i < points.length; i += 2) {
      if (points[i] < left) left = points[i];
      if (points[i] > right) right = points[i];
      if (points[i + 1] < top) top = points[i + 1];
      if (points[i + 1] > bottom) bottom = points[i + 1];
    }
  }
  return [left, top, right, bottom];
}
