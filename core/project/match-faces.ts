// Which new face is which person of before: the same place in the picture.
import type { Box } from '#core/people/face-analysis.ts';

/** Under this overlap two boxes are two faces. */
const SAME_PLACE_OVERLAP = 0.3;

/** Intersection over union of two boxes, 0..1. */
export function boxOverlap(a: Box, b: Box): number {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a[2] * a[3] + b[2] * b[3] - shared);
}

/** For each new box the index of the old box at the same place, or null. Best pairs first. */
export function matchBoxes(fresh: readonly Box[], old: readonly Box[]): (number | null)[] {
  const pairs = fresh
    .flatMap((box, i) => old.map((other, j) => ({ i, j, overlap: boxOverlap(box, other) })))
    .filter(({ overlap }) => overlap >= SAME_PLACE_OVERLAP)
    .sort((a, b) => b.overlap - a.overlap || a.i - b.i || a.j - b.j);
  const matches = fresh.map((): number | null => null);
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (matches[i] !== null || taken.has(j)) continue;
    matches[i] = j;
    taken.add(j);
  }
  return matches;
}
