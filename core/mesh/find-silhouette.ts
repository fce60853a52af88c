// Where head and hair end and the background begins, along rays from the face outwards. Only
// believed where the background is calm; elsewhere the mesh keeps its usual generous rings.

import { colorAt } from './picture-color.ts';
import type { Point2 } from './polygon.ts';
import type { Rgb, RgbPicture } from './puppet.ts';

/** A ray starts on the outline of the face. Distances are picture pixels. */
export interface SilhouetteRay {
  readonly from: Point2;
  /** Unit vector outwards. */
  readonly direction: Point2;
  /** Length of the search. */
  readonly lengthPx: number;
}

/** Colour steps below this are background texture (sum over three channels). */
const EDGE = 60;
/** So much of a ray's length must be calm background before its first edge. */
const CALM_SHARE = 0.18;
/** Background colour drifts slowly along a ray; this is how fast the estimate follows. */
const FOLLOW = 0.12;

function difference(a: Rgb, b: Rgb): number {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
}

/** Distance from the ray's start to the silhouette; null where the background is not calm. */
function edgeAlong(picture: RgbPicture, ray: SilhouetteRay): number | null {
  const at = (distance: number): Point2 => [
    ray.from[0] + ray.direction[0] * distance,
    ray.from[1] + ray.direction[1] * distance,
  ];
  const isOutside = ([x, y]: Point2): boolean =>
    x < 0 || y < 0 || x > picture.width - 1 || y > picture.height - 1;
  const step = Math.max(1, ray.lengthPx / 120);
  let start = ray.lengthPx;
  while (start > 0 && isOutside(at(start))) start -= step;
  let background = colorAt(picture, ...at(start));
  for (let distance = start; distance > 0; distance -= step) {
    const color = colorAt(picture, ...at(distance));
    if (difference(color, background) > EDGE) {
      return distance > start - ray.lengthPx * CALM_SHARE ? null : distance;
    }
    background = background.map((v, c) => v + (color[c] - v) * FOLLOW) as unknown as Rgb;
  }
  return 0;
}

/**
 * Silhouette distance per ray, null where unknown. A ray believes its result only when both
 * neighbours agree that there is one, and takes the largest of the three.
 */
export function findSilhouette(
  picture: RgbPicture,
  rays: readonly SilhouetteRay[],
): (number | null)[] {
  const found = rays.map((ray) => edgeAlong(picture, ray));
  const count = rays.length;
  return found.map((own, i) => {
    const before = found[(i + count - 1) % count];
    const after = found[(i + 1) % count];
    return own === null || before === null || after === null ? null : Math.max(own, before, after);
  });
}
