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
  let largest = NaN;
  for (const frame of seamFrames) {
    const change = frame > 0 && frame < changes.length ? changes[frame] : NaN;
    if (Number.isFinite(change) && !(change <= largest)) largest = change;
  }
  const usual = usualChange(changes, seamFrames);
  return Number.isNaN(largest) || !(usual > 0) ? null : largest / usual;
}

/** The 95th percentile of the changes that are not at a seam; NaN without any. // [T] */
export function usualChange(changes: ArrayLike<number>, seamFrames: readonly number[]): number {
  const seams = new Set(seamFrames);
  const elsewhere: number[] = [];
  for (let t = 1; t < changes.length; t++) {
    if (Number.isFinite(changes[t]) && !seams.has(t)) elsewhere.push(changes[t]);
  }
  return percentile(elsewhere, 95);
}
