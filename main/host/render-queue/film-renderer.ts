// Renders the chunks of a film one after the other: reuses what the journal has, asks the engine
// for the rest, and enters each finished chunk in the journal at once.

import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import type { ChunkPlan, FrameRange } from '#core/render/chunk-plan.ts';
import type { MotionTrack } from '#core/render/motion-tracks.ts';
import type { ChunkRequest, RenderScene } from '#main/engine/protocol/methods.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { hashFile } from '../project-store/media-links/hash-file.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import type { ChunkRecord } from '../project-store/tables/chunk-journal.ts';
import type { ChunkKeyChain } from './chunk-keys.ts';
import { gridOf } from './motion-scene.ts';
import { trackSlice } from './track-slice.ts';

type Carry = ChunkRequest['carry'];

export interface FilmJob {
  /** Names the settings of this render in the journal. */
  readonly renderId: string;
  readonly scene: RenderScene;
  readonly tracks: readonly MotionTrack[];
  readonly totalFrames: number;
  readonly gridFrames: number;
  readonly lookaheadFrames: number;
  /** What to draw, in order. */
  readonly chunks: readonly ChunkPlan[];
  /** A fresh chain, at the start of the film. */
  readonly startKeys: () => ChunkKeyChain;
}

export interface FilmProgress {
  readonly onReused: (frames: number) => void;
  readonly onDrawn: (frames: number) => void;
}

export interface FilmChunkFile {
  readonly path: string;
  readonly frames: number;
  readonly key: string;
  readonly isReused: boolean;
}

/** Inside the project's data folder. */
export const CHUNK_FOLDER = 'chunks';

/** An engine that died this often without finishing a chunk will die again. */
const ENGINE_TRIES = 2;

export class FilmRenderer {
  private readonly store: ProjectStore;
  private readonly engine: EngineClient;
  private readonly job: FilmJob;
  private readonly progress: FilmProgress;
  private readonly signal: AbortSignal;
  private isOpen = false;
  private drawnChunks = new Set<string>();

  constructor(
    store: ProjectStore,
    engine: EngineClient,
    job: FilmJob,
    progress: FilmProgress,
    signal: AbortSignal,
  ) {
    this.store = store;
    this.engine = engine;
    this.job = job;
    this.progress = progress;
    this.signal = signal;
  }

  /**
   * Renders every chunk that the journal does not have. An engine that dies is started again and
   * goes on where the journal ends.
   * @throws AppError `cancelled`, `engine-stopped`, `disk-full` and others; finished chunks stay
   */
  async run(): Promise<FilmChunkFile[]> {
    let failures = 0;
    let finishedBefore = -1;
    for (;;) {
      try {
        const files = await this.renderAll();
        await this.closeSession();
        return files;
      } catch (error) {
        const isCrash = error instanceof AppError && error.code === 'engine-stopped';
        if (!isCrash) {
          // The first error says more than one from cleaning up after it.
          await this.closeSession().catch(() => undefined);
          throw error;
        }
        this.isOpen = false;
        failures = this.drawnChunks.size > finishedBefore ? 1 : failures + 1;
        finishedBefore = this.drawnChunks.size;
        if (failures >= ENGINE_TRIES) throw error;
      }
    }
  }

  private async renderAll(): Promise<FilmChunkFile[]> {
    const { chunks, gridFrames } = this.job;
    const keys = this.job.startKeys();
    const files: Promise<FilmChunkFile>[] = [];
    let carry: Carry = null;
    let carryFrame = 0;
    for (let index = 0; index <= chunks[chunks.length - 1].index; index++) {
      this.signal.throwIfAborted();
      const grid = gridOf(this.job, index);
      keys.next(grid);
      const chunk = chunks.find((candidate) => candidate.index === index);
      if (!chunk) continue;
      const key = keys.keyOf(chunk);
      const known = await this.findFinished(key);
      if (known) {
        if (!this.drawnChunks.has(key)) this.progress.onReused(known.file.frames);
        files.push(Promise.resolve(known.file));
        carry = known.carry;
      } else {
        while (carryFrame < grid.first) {
          const skipped = gridOf(this.job, carryFrame / gridFrames);
          carry = await (await this.ask(skipped, null, carry, key)).planned;
          carryFrame = skipped.end;
        }
        // While this chunk is drawn the one before may still be emptying its encoder, no more.
        await files.at(-2);
        const asked = await this.ask(grid, chunk.range, carry, key);
        carry = await asked.planned;
        const file = this.enter(chunk, key, carry, asked.finished);
        file.catch(() => undefined);
        files.push(file);
      }
      carryFrame = grid.end;
    }
    return Promise.all(files);
  }

  private pathOf(key: string): string {
    return join(this.store.dataFolder, fileOf(key));
  }

  private async findFinished(key: string): Promise<{ file: FilmChunkFile; carry: Carry } | null> {
    const record = this.store.journal.findReady(key);
    if (record?.file !== fileOf(key)) return null;
    const path = this.pathOf(key);
    if ((await hashOfChunk(path)) !== record.sha256) return null;
    const frames = record.lastFrame - record.firstFrame + 1;
    const isReused = !this.drawnChunks.has(key);
    return { file: { path, frames, key, isReused }, carry: record.carry as unknown as Carry };
  }

  /** Asks the engine for one chunk; `planned` resolves long before `finished`. */
  private async ask(
    grid: FrameRange,
    draw: FrameRange | null,
    carry: Carry,
    key: string,
  ): Promise<{ planned: Promise<Carry>; finished: Promise<unknown> }> {
    if (!this.isOpen) {
      await this.engine.call('openRender', this.job.scene, { signal: this.signal });
      this.isOpen = true;
    }
    const planned = Promise.withResolvers<Carry>();
    let reported = 0;
    const finished = this.engine.call(
      'renderChunk',
      {
        grid,
        draw,
        carry,
        outPath: this.pathOf(key),
        ...trackSlice(this.job.tracks, grid, this.job.lookaheadFrames),
      },
      {
        signal: this.signal,
        onEvent: (event) => {
          if (event.type === 'planned') planned.resolve(event.carry);
          else {
            this.progress.onDrawn(event.done - reported);
            reported = event.done;
          }
        },
      },
    );
    finished.catch((error: unknown) => planned.reject(error));
    return { planned: planned.promise, finished };
  }

  private async enter(
    chunk: ChunkPlan,
    key: string,
    carry: Carry,
    finished: Promise<unknown>,
  ): Promise<FilmChunkFile> {
    await finished;
    const path = this.pathOf(key);
    const record: ChunkRecord = {
      renderId: this.job.renderId,
      index: chunk.index,
      firstFrame: chunk.range.first,
      lastFrame: chunk.range.end - 1,
      key,
      state: 'ready',
      file: fileOf(key),
      ...(await hashFile(path)),
      carry: carry as unknown as ChunkRecord['carry'],
    };
    this.store.journal.putChunk(record);
    this.drawnChunks.add(key);
    return { path, frames: chunk.range.end - chunk.range.first, key, isReused: false };
  }

  private async closeSession(): Promise<void> {
    if (this.isOpen && this.engine.pid !== null) await this.engine.call('closeRender', null);
    this.isOpen = false;
  }
}

function fileOf(key: string): string {
  return `${CHUNK_FOLDER}/${key}.mp4`;
}

/** SHA-256 of a chunk; null when it is gone or unreadable, which makes it a chunk to render again. */
async function hashOfChunk(path: string): Promise<string | null> {
  try {
    return (await hashFile(path)).sha256;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
