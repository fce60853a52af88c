// What rendering a part of the film anew costs. Only from what this machine has measured.
import type { ChunksEvent, ChunkState, Take } from '#core/contract/project-types.ts';

export interface RenderCost {
  readonly chunks: number;
  /** Null: nothing has been rendered here yet, so nothing is known. */
  readonly seconds: { readonly low: number; readonly high: number } | null;
}

/** Measured speeds differ from run to run by about this much. */
const TAKE_SPREAD = 0.3;

/** @param first first film frame of the part, @param end one past its last */
export function costOfRange(
  event: ChunksEvent,
  takes: readonly Take[],
  first: number,
  end: number,
): RenderCost {
  const touched = event.chunks.filter((chunk) => chunk.first < end && chunk.end > first);
  const frames = framesIn(touched);
  return {
    chunks: touched.length,
    seconds: fromMissingChunks(event, frames) ?? fromTakes(takes, frames),
  };
}

/** The host's own estimate is for the chunks that are not ready; it scales with their frames. */
function fromMissingChunks(event: ChunksEvent, frames: number): RenderCost['seconds'] {
  const missing = framesIn(event.chunks.filter((chunk) => chunk.state !== 'ready'));
  if (event.secondsToRender === null || missing === 0) return null;
  const { low, high } = event.secondsToRender;
  return { low: (low * frames) / missing, high: (high * frames) / missing };
}

/** The slowest take counts: a take made of finished chunks took no time and says nothing. */
function fromTakes(takes: readonly Take[], frames: number): RenderCost['seconds'] {
  const perFrame = takes
    .filter((take) => take.frames > 0 && take.secondsToRender > 0)
    .map((take) => take.secondsToRender / take.frames);
  if (perFrame.length === 0) return null;
  const seconds = Math.max(...perFrame) * frames;
  return { low: seconds * (1 - TAKE_SPREAD), high: seconds * (1 + TAKE_SPREAD) };
}

function framesIn(chunks: readonly ChunkState[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.end - chunk.first, 0);
}
