// Which picture belongs on screen at a frame.
import type { ChunkState, ChunkStateName } from '#core/contract/project-types.ts';

export type PictureChoice =
  /** The picture as it came: nothing moves yet. */
  | { readonly kind: 'source' }
  /** Drawn now. `chunkState`: why the final picture was asked for and is not shown; else null. */
  | { readonly kind: 'draft'; readonly chunkState: Exclude<ChunkStateName, 'ready'> | null }
  /** A finished chunk that is what the project would render now. */
  | { readonly kind: 'ready'; readonly chunk: ChunkState };

export interface PictureFacts {
  readonly wants: 'draft' | 'final';
  /** The chunk at the frame; null before the plan has arrived. */
  readonly chunk: ChunkState | null;
  /** First frame that an uncommitted edit may change; null: none. */
  readonly editedFromFrame: number | null;
  /** Whether the draft can draw this frame. */
  readonly hasMotion: boolean;
  /** Faces are being placed: that is done on the picture as it came, where nothing has moved. */
  readonly isMeasured: boolean;
}

/** A chunk that an edit has outdated is never chosen, so it can never pass for the present. */
export function choosePicture(facts: PictureFacts): PictureChoice {
  const { wants, chunk, editedFromFrame, hasMotion, isMeasured } = facts;
  if (isMeasured) return { kind: 'source' };
  if (wants === 'final' && chunk !== null) {
    const isTouched = editedFromFrame !== null && editedFromFrame < chunk.end;
    if (chunk.state === 'ready' && !isTouched) return { kind: 'ready', chunk };
    const state = chunk.state === 'ready' ? 'stale' : chunk.state;
    if (hasMotion) return { kind: 'draft', chunkState: state };
  }
  return hasMotion ? { kind: 'draft', chunkState: null } : { kind: 'source' };
}
