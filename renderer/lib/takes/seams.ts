// Where the chunks of a take meet, and the way from one seam to the next.
import type { ChunkState, Take } from '#core/contract/project-types.ts';

export interface Seam {
  /** First film frame after the seam. */
  readonly frame: number;
  /** The film's chunk that begins here: what the selection calls the seam. */
  readonly chunkIndex: number;
  /** The chunks on both sides as people count them, from 1. */
  readonly chunks: readonly [before: number, after: number];
  /** Jump over the film's own 95th percentile of change; null before it was measured. */
  readonly jump: number | null;
}

export function seamsOf(take: Take, filmChunks: readonly ChunkState[]): readonly Seam[] {
  const indexByFrame = new Map(filmChunks.map(({ first, index }) => [first, index]));
  const jumpByFrame = new Map(take.quality?.seams.map(({ frame, jump }) => [frame, jump]));
  return take.seamFrames.map((frame, place) => {
    // The film may have become shorter since; then the take counts its own chunks.
    const chunkIndex = indexByFrame.get(frame) ?? place + 1;
    const jump = jumpByFrame.get(frame) ?? null;
    return { frame, chunkIndex, chunks: [chunkIndex, chunkIndex + 1], jump };
  });
}

export interface SeamPlace {
  /** Selected seam: index of the film's chunk after it; null: none. */
  readonly selectedIndex: number | null;
  readonly playheadFrame: number;
}

const selectedOf = (seams: readonly Seam[], { selectedIndex }: SeamPlace): Seam | null =>
  seams.find(({ chunkIndex }) => chunkIndex === selectedIndex) ?? null;

/** The seam that the inspector shows: the selected one, or the one nearest to the playhead. */
export function shownSeam(seams: readonly Seam[], place: SeamPlace): Seam | null {
  const distance = ({ frame }: Seam): number => Math.abs(frame - place.playheadFrame);
  const nearest = seams.reduce<Seam | null>(
    (best, seam) => (best === null || distance(seam) < distance(best) ? seam : best),
    null,
  );
  return selectedOf(seams, place) ?? nearest;
}

/**
 * The next seam from a selected one, or from the playhead when none is selected. Null: there is none
 * in that direction.
 */
export function stepSeam(seams: readonly Seam[], place: SeamPlace, by: 1 | -1): Seam | null {
  const from = selectedOf(seams, place)?.frame ?? place.playheadFrame;
  return by > 0
    ? (seams.find((seam) => seam.frame > from) ?? null)
    : (seams.findLast((seam) => seam.frame < from) ?? null);
}
