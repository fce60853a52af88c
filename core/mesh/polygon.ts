// Distance to a closed polygon.

export type Point2 = readonly [x: number, y: number];

/** Signed distance to the contour: positive inside, in the unit of the points. */
export function distanceInside(polygon: readonly Point2[], x: number, y: number): number {
  let nearest = Infinity;
  let isInside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [ax, ay] = polygon[i];
    const [bx, by] = polygon[j];
    const ex = bx - ax;
    const ey = by - ay;
    const t = ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey + 1e-12);
    const clamped = Math.min(1, Math.max(0, t));
    nearest = Math.min(nearest, Math.hypot(x - ax - ex * clamped, y - ay - ey * clamped));
    if (ay > y !== by > y && x < (ex * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside ? nearest : -nearest;
}

export interface PixelBounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whole pixels that hold the points plus a margin, inside a picture; right and bottom exclusive. */
export function pixelBounds(
  points: readonly Point2[],
  margin: number,
  width: number,
  height: number,
): PixelBounds {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const clamp = (value: number, max: number): number => Math.min(max, Math.max(0, value));
  return {
    left: clamp(Math.floor(Math.min(...xs) - margin), width - 1),
    top: clamp(Math.floor(Math.min(...ys) - margin), height - 1),
    right: clamp(Math.ceil(Math.max(...xs) + margin) + 1, width),
    bottom: clamp(Math.ceil(Math.max(...ys) + margin) + 1, height),
  };
}
