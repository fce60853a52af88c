// Hashes of voices in blocks, so that the keys of a film's chunks need the sound itself only once:
// an edit must not read an hour of samples again.
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { FrameRange } from '#core/render/chunk-plan.ts';
import type { VoiceSource } from '#main/engine/protocol/methods.ts';
import { sha256Of } from '../fingerprint.ts';
import type { DerivedCache } from '../project-store/tables/derived-cache.ts';

const KIND = 'sound-digest';
const BYTES_PER_SAMPLE = 2;
const DIGEST_BYTES = 32;
/** 3.2 s at 16 kHz: as long as a chunk. */
const BLOCK_SAMPLES = 51_200;
/** What is read at a time. */
const READ_BLOCKS = 10;

/** SHA-256 of every block of a voice, the last one shorter. // [blocks * 32] */
export type SoundDigest = Uint8Array;

/** The digests of voices; computed once per file and kept with the project. */
export async function digestSounds(
  derived: DerivedCache,
  sources: readonly VoiceSource[],
  signal: AbortSignal,
): Promise<SoundDigest[]> {
  const digests: SoundDigest[] = [];
  for (const { pcmPath, samples } of sources) {
    // A file that was decoded anew is another file, though its recording is the same.
    const { size, mtimeMs } = await stat(pcmPath);
    const key = sha256Of({ pcmPath, size, mtimeMs, blockSamples: BLOCK_SAMPLES });
    const known = derived.getBytes(KIND, key);
    const digest = known ?? (await digestFile(pcmPath, samples, signal));
    if (known === null) derived.putBytes(KIND, key, digest);
    digests.push(digest);
  }
  return digests;
}

async function digestFile(
  path: string,
  samples: number,
  signal: AbortSignal,
): Promise<SoundDigest> {
  const blocks = Math.ceil(samples / BLOCK_SAMPLES);
  const digest = new Uint8Array(blocks * DIGEST_BYTES);
  const blockBytes = BLOCK_SAMPLES * BYTES_PER_SAMPLE;
  const bytes = new Uint8Array(READ_BLOCKS * blockBytes);
  const file = await open(path, 'r');
  try {
    for (let first = 0; first < blocks; first += READ_BLOCKS) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(bytes, 0, bytes.length, first * blockBytes);
      for (let block = 0; block < READ_BLOCKS && first + block < blocks; block++) {
        const from = Math.min(bytesRead, block * blockBytes);
        const part = bytes.subarray(from, Math.min(bytesRead, from + blockBytes));
        const at = (first + block) * DIGEST_BYTES;
        digest.set(createHash('sha256').update(part).digest(), at);
      }
    }
  } finally {
    await file.close();
  }
  return digest;
}

/** The part of a digest that stands for film frames, of a voice whose lips move later. */
export function soundOfFrames(
  digest: SoundDigest,
  frames: FrameRange,
  samplesPerFrame: number,
  lipOffsetSamples: number,
): Uint8Array {
  const blockAt = (frame: number): number =>
    (frame * samplesPerFrame - lipOffsetSamples) / BLOCK_SAMPLES;
  const first = Math.max(0, Math.floor(blockAt(frames.first)));
  const end = Math.max(first, Math.ceil(blockAt(frames.end)));
  return digest.subarray(first * DIGEST_BYTES, end * DIGEST_BYTES);
}
