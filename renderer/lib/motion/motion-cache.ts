// Motion of the draft, chunk by chunk, asked for around the playhead. What an edit has outdated is
// kept and shown until the new motion is there.
import type { PreviewMotion } from '#core/contract/project-types.ts';
import type { PersonId } from '#core/project/ids.ts';
import { DRAFT_CHUNK_FRAMES } from '#core/render/draft-limits.ts';
import { MOTION_SIZE } from '#core/motion/motion-vector.ts';

/** A minute and a half in ten people's motion is under a megabyte. */
const MAX_CHUNKS = 192;
/** A guess is asked for again after a rest. */
const REFINE_AFTER_MS = 400;

export interface MotionAsker {
  ask(chunk: number): Promise<PreviewMotion>;
  /** New numbers for these frames. */
  onMotion(first: number, end: number): void;
  onFailure(error: unknown): void;
}

interface Entry {
  motion: PreviewMotion | null;
  isOutdated: boolean;
}

export interface FrameMotion {
  readonly people: readonly PersonId[];
  /** // [P, 24] */
  readonly motion: Float32Array;
  /** An edit has changed it since; the new one is on its way. */
  readonly isOutdated: boolean;
}

export const chunkOfFrame = (frame: number): number => Math.floor(frame / DRAFT_CHUNK_FRAMES);

export class MotionCache {
  private readonly asker: MotionAsker;
  /** In the order of last use. */
  private readonly entries = new Map<number, Entry>();
  private wanted: readonly number[] = [];
  private isAsking = false;
  private generation = 0;
  private refineTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(asker: MotionAsker) {
    this.asker = asker;
  }

  /** The numbers that draw a frame; null while there are none. */
  at(frame: number): FrameMotion | null {
    const entry = this.entries.get(chunkOfFrame(frame));
    const motion = entry?.motion ?? null;
    if (entry === undefined || motion === null) return null;
    const row = frame - motion.firstFrame;
    if (row < 0 || row >= motion.frames) return null;
    const size = motion.people.length * MOTION_SIZE;
    return {
      people: motion.people,
      motion: motion.motion.subarray(row * size, (row + 1) * size),
      isOutdated: entry.isOutdated,
    };
  }

  /** What is needed next, most urgent first. */
  want(chunks: readonly number[]): void {
    this.wanted = chunks;
    void this.askOn();
  }

  /** Motion from a frame on may be another. */
  outdate(fromFrame: number): void {
    for (const [chunk, entry] of this.entries) {
      if ((chunk + 1) * DRAFT_CHUNK_FRAMES > fromFrame) entry.isOutdated = true;
    }
    void this.askOn();
  }

  /** Another project, or other people: nothing holds any more. */
  clear(): void {
    this.generation++;
    this.isAsking = false;
    this.entries.clear();
    this.wanted = [];
    if (this.refineTimer !== null) clearTimeout(this.refineTimer);
    this.refineTimer = null;
  }

  /** One question at a time, so that an edit is answered before the chunks around it. */
  private async askOn(): Promise<void> {
    if (this.isAsking) return;
    const { generation } = this;
    this.isAsking = true;
    try {
      let chunk = this.nextChunk();
      while (chunk !== null) {
        await this.askFor(chunk, generation);
        if (generation !== this.generation) return;
        chunk = this.nextChunk();
      }
      this.refineLater();
    } catch (error) {
      if (generation !== this.generation) return;
      this.wanted = [];
      this.asker.onFailure(error);
    } finally {
      if (generation === this.generation) this.isAsking = false;
    }
  }

  private nextChunk(): number | null {
    for (const chunk of this.wanted) {
      const entry = this.entries.get(chunk);
      if (entry === undefined || entry.motion === null || entry.isOutdated) return chunk;
    }
    return null;
  }

  private async askFor(chunk: number, generation: number): Promise<void> {
    const entry = this.entries.get(chunk) ?? { motion: null, isOutdated: false };
    this.entries.delete(chunk);
    this.entries.set(chunk, entry);
    // An edit during the question outdates the answer again.
    entry.isOutdated = false;
    let motion: PreviewMotion;
    try {
      motion = await this.asker.ask(chunk);
    } catch (error) {
      entry.isOutdated = true;
      throw error;
    }
    if (generation !== this.generation) return;
    entry.motion = motion;
    this.forgetOldest();
    this.asker.onMotion(motion.firstFrame, motion.firstFrame + motion.frames);
  }

  private refineLater(): void {
    if (this.refineTimer !== null) return;
    const guesses = this.wanted.filter(
      (chunk) => this.entries.get(chunk)?.motion?.isApproximate === true,
    );
    if (guesses.length === 0) return;
    this.refineTimer = setTimeout(() => {
      this.refineTimer = null;
      for (const chunk of guesses) {
        const entry = this.entries.get(chunk);
        if (entry?.motion?.isApproximate === true) entry.isOutdated = true;
      }
      void this.askOn();
    }, REFINE_AFTER_MS);
  }

  private forgetOldest(): void {
    for (const chunk of this.entries.keys()) {
      if (this.entries.size <= MAX_CHUNKS) return;
      if (!this.wanted.includes(chunk)) this.entries.delete(chunk);
    }
  }
}
