// Content keys: a chunk's key is a hash of everything that can change its pixels, chained from
// the start of the film, so that an edit makes stale exactly what follows it.

import { createHash } from 'node:crypto';
import type { PersonTrack } from '#core/render/person-tracks.ts';
import type { ChunkPlan, FrameRange } from '#core/render/chunk-plan.ts';
import { canonicalJson, type Json } from '#core/json/canonical-json.ts';

/** Bytes of 16 kHz mono s16le sound of one voice around some film frames. */
export type ReadSound = (voice: number, frames: FrameRange) => Promise<Uint8Array>;

export interface ChainInputs {
  /** Everything that does not change from chunk to chunk. */
  readonly constant: Json;
  readonly tracks: readonly PersonTrack[];
  readonly readSound: ReadSound;
  /** Frames after a chunk that its motion looks at. */
  readonly lookaheadFrames: number;
  /** Frames on either side of a frame whose sound its visemes hear. */
  readonly soundContextFrames: number;
}

/**
 * Keys of consecutive grid chunks. `next` must be called for every grid chunk from the first on;
 * it is cheap next to rendering.
 */
export class ChunkKeyChain {
  private readonly inputs: ChainInputs;
  private link: string;

  constructor(inputs: ChainInputs) {
    this.inputs = inputs;
    this.link = createHash('sha256').update(canonicalJson(inputs.constant)).digest('hex');
  }

  /** Moves the chain over one grid chunk. */
  async next(grid: FrameRange): Promise<void> {
    const { tracks, readSound, lookaheadFrames, soundContextFrames } = this.inputs;
    const hash = createHash('sha256').update(this.link);
    const end = grid.end + lookaheadFrames;
    const heard = { first: grid.first - soundContextFrames, end: end + soundContextFrames };
    hash.update(`${grid.first},${grid.end};`);
    for (const track of tracks) {
      const voices = track.voiceOfFrame.subarray(grid.first, end);
      hash.update(voices);
      hash.update(bytesOf(track.scores.subarray(grid.first, end)));
      for (const voice of new Set(voices)) {
        if (voice >= 0) hash.update(await readSound(voice, heard));
      }
    }
    this.link = hash.digest('hex');
  }

  /** Key of the drawn part of the chunk that the chain was last moved over. */
  keyOf(chunk: ChunkPlan): string {
    const { first, end } = chunk.range;
    return createHash('sha256').update(`${this.link};${first},${end}`).digest('hex').slice(0, 40);
  }
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
