// Content keys: a chunk's key is a hash of everything that can change its pixels, chained from
// the start of the film, so that an edit makes stale exactly what follows it.

import { createHash, type Hash } from 'node:crypto';
import type { PoseOverlay } from '#core/motion/pose-overlay.ts';
import type { MotionTrack } from '#core/render/motion-tracks.ts';
import type { ChunkPlan, FrameRange } from '#core/render/chunk-plan.ts';

export interface ChainInputs {
  /** Hash of everything that does not change from chunk to chunk. */
  readonly constant: string;
  readonly tracks: readonly MotionTrack[];
  /** What a voice sounds like around some film frames: equal bytes, equal sound. */
  readonly soundOf: (voice: number, frames: FrameRange) => Uint8Array;
  /** Per voice: how much later its lips move, in samples. */
  readonly lipOffsets: readonly number[];
  /** Frames after a chunk that its motion looks at. */
  readonly lookaheadFrames: number;
  /** Frames on either side of a frame whose sound its visemes hear. */
  readonly soundContextFrames: number;
}

/**
 * Keys of consecutive grid chunks. `next` must be called for every grid chunk from the first on;
 * it costs microseconds.
 */
export class ChunkKeyChain {
  private readonly inputs: ChainInputs;
  private link: string;

  constructor(inputs: ChainInputs) {
    this.inputs = inputs;
    this.link = inputs.constant;
  }

  /** Moves the chain over one grid chunk. */
  next(grid: FrameRange): void {
    const { tracks, soundOf, lipOffsets, lookaheadFrames, soundContextFrames } = this.inputs;
    const hash = createHash('sha256').update(this.link);
    const end = grid.end + lookaheadFrames;
    const heard = { first: grid.first - soundContextFrames, end: end + soundContextFrames };
    hash.update(`${grid.first},${grid.end};`);
    for (const track of tracks) {
      const { digest, voices } = partOf(track, grid, end);
      hash.update(digest);
      for (const voice of voices) {
        hash.update(`${lipOffsets[voice]};`).update(soundOf(voice, heard));
      }
    }
    this.link = hash.digest('hex');
  }

  /** Stands for everything up to the end of the chunk that the chain was last moved over. */
  get position(): string {
    return this.link;
  }

  /** Key of the drawn part of the chunk that the chain was last moved over. */
  keyOf(chunk: ChunkPlan): string {
    const { first, end } = chunk.range;
    return createHash('sha256').update(`${this.link};${first},${end}`).digest('hex').slice(0, 40);
  }
}

/** One person in one chunk. */
interface TrackPart {
  readonly digest: Uint8Array;
  /** Voices in the mouth, as they come. */
  readonly voices: readonly number[];
}

/** By track and first frame: an edit leaves the tracks of others as they are. */
const knownParts = new WeakMap<MotionTrack, Map<number, TrackPart & { readonly end: number }>>();

function partOf(track: MotionTrack, grid: FrameRange, end: number): TrackPart {
  const parts = knownParts.get(track) ?? new Map<number, TrackPart & { readonly end: number }>();
  knownParts.set(track, parts);
  const known = parts.get(grid.first);
  if (known?.end === end) return known;
  const voiceOfFrame = track.voiceOfFrame.subarray(grid.first, end);
  const hash = createHash('sha256').update(voiceOfFrame);
  hash.update(bytesOf(track.scores.subarray(grid.first, end)));
  updatePose(hash, track.poseOf(grid));
  const voices = [...new Set(voiceOfFrame)].filter((voice) => voice >= 0);
  const part = { digest: hash.digest(), voices, end };
  parts.set(grid.first, part);
  return part;
}

function updatePose(hash: Hash, pose: PoseOverlay | null): void {
  if (pose === null) {
    hash.update('no pose;');
    return;
  }
  hash.update(`pose ${pose.keepMotion};`);
  hash.update(bytesOf(pose.values)).update(bytesOf(pose.weights)).update(pose.gaze);
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
