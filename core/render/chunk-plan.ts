// A film is rendered in chunks on a fixed grid, so that the same frames always share a chunk.

/** Frames [first, end). */
export interface FrameRange {
  readonly first: number;
  readonly end: number;
}

/** One file to render: a grid chunk, or the part of it that a range asks for. */
export interface ChunkPlan {
  /** Grid index: chunk i covers frames [i * size, (i + 1) * size). */
  readonly index: number;
  /** First frame of the grid chunk; motion is always planned from here. */
  readonly gridFirst: number;
  /** End of the grid chunk, exclusive, cut at the end of the film. */
  readonly gridEnd: number;
  /** Frames of this chunk that are drawn. */
  readonly range: FrameRange;
}

/**
 * Cuts `range` of a film of `totalFrames` at the grid.
 * @throws RangeError when the range is empty or outside the film.
 */
export function planChunks(totalFrames: number, range: FrameRange, size: number): ChunkPlan[] {
  if (range.first < 0 || range.end > totalFrames || range.first >= range.end) {
    throw new RangeError(
      `Frames ${range.first}..${range.end} are not inside a film of ${totalFrames} frames.`,
    );
  }
  const chunks: ChunkPlan[] = [];
  for (let index = Math.floor(range.first / size); index * size < range.end; index++) {
    const gridFirst = index * size;
    const gridEnd = Math.min(totalFrames, gridFirst + size);
    chunks.push({
      index,
      gridFirst,
      gridEnd,
      range: { first: Math.max(range.first, gridFirst), end: Math.min(range.end, gridEnd) },
    });
  }
  return chunks;
}
