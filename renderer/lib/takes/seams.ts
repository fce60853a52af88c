// Where the chunks of a take meet, and the way from one seam to the next.
import type { Take } from '#core/contract/project-types.ts';

export interface Seam {
  /** Place in `Take.seamFrames`. */
  readonly index: number;
  /** First film frame after the seam. */
  readonly frame: number;
  /** The chunks on both sides, counted from 1. */
  readonly chunks: readonly [before: number, after: number];
  /** Jump over the film's own 95th percentile of change; null before it was measured. */
  readonly jump: number | null;
}

export function seamsOf(take: Take): readonly Seam[] {
  return take.seamFrames.map((frame, index) => ({
    index,
    frame,
    chunks: [index + 1, index + 2],
    jump: take.quality?.seams.find((seam) => seam.frame === frame)?.jump ?? null,
  }));
}

/** The seam that lies nearest to a frame; null for a take of one chunk. */
export function seamAt(seams: readonly Seam[], frame: number): Seam | null {
  return seams.reduce<Seam | null>(
    (best, seam) =>
      best === null || Math.abs(seam.frame - frame) < Math.abs(best.frame - frame) ? seam : best,
    null,
  );
}

/** The seam that the inspector shows: the selected one, or the one nearest to the playhead. */
export function shownSeam(
  seams: readonly Seam[],
  selectedIndex: number | null,
  playheadFrame: number,
): Seam | null {
  const selected = selectedIndex === null ? undefined : seams.at(selectedIndex);
  return selected ?? seamAt(seams, playheadFrame);
}

/**
 * The next seam from a selected one, or from the playhead when none is selected. Null: there is none
 * in that direction.
 */
export function stepSeam(
  seams: readonly Seam[],
  selectedIndex: number | null,
  playheadFrame: number,
  by: 1 | -1,
): Seam | null {
  if (selectedIndex !== null && selectedIndex < seams.length)
    return seams.find((seam) => seam.index === selectedIndex + by) ?? null;
  return by > 0
    ? (seams.find((seam) => seam.frame > playheadFrame) ?? null)
    : (seams.findLast((seam) => seam.frame < playheadFrame) ?? null);
}
