import { percentile } from './correlation.ts';

/**
 * Largest change at a seam over the 95th percentile of the changes elsewhere. `changes[t]` is the
 * change from frame t - 1 to t; a seam is the first frame of a chunk. Null without seams inside the
 * curve, or when nothing changes elsewhere. At most 1.5 is good (spec draft-generator 4). // [T]
 */
export function seamRatio(
  changes: ArrayLike<number>,
  seamFrames: readonly number[],
): number | null {
  const seams = new Set(seamFrames);
  const elsewhere: number[] = [];
  let largest = NaN;
  for (let t = 1; t < changes.length; t++) {
    const change = changes[t];
    if (!Number.isFinite(change)) continue;
    if (!seams.has(t)) elsewhere.push(change);
    else if (!(change <= largest)) largest = change;
  }
  const usual = percentile(elsewhere, 95);
  return Number.isNaN(largest) || !(usual > 0) ? null : largest / usual;
}
