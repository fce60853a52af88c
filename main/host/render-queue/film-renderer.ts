// Renders the chunks of a film one after the other: reuses what the journal has, asks the engine
// for the rest, and enters each finished chunk in the journal at once.

import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import type { ChunkPlan, FrameRange } from '#core/render/chunk-plan.ts';
import type { MotionTrack } from '#core/render/motion-tracks.ts';
import type { ChunkRequest, RenderScene } from '#main/engine/protocol/methods.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { hashFile } from '../project-store/media-links/hash-file.ts';
import type { ProjectView } from '../project-store/project-view.ts';
import type { ChunkRecord } from '../project-store/tables/chunk-journal.ts';
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
  /** Of every chunk. */
  readonly keys: readonly string[];
}

export interface FilmChunkFile {
  readonly path: string;
  readonly firstFrame: number;
  readonly frames: number;
  readonly key: string;
  readonly isReused: boolean;
}

export interface FilmProgress {
  /** Frames of a chunk that are drawn by now; begins again when the engine had to be restarted. */
  readonly onDrawn: (key: string, frames: number) => void;
  /** A chunk is on the disk and in the journal. Told once for every chunk, in any order. */
  readonly onFinished: (chunk: FilmChunkFile) => void;
}

/** Inside the project's data folder. */
export const CHUNK_FOLDER = 'chunks';

/** An engine that died this often without finishing a chunk will die again. */
const ENGINE_TRIES = 2;

export class FilmRenderer {
  private readonly project: ProjectView;
  private readonly engine: EngineClient;
  private readonly job: FilmJob;
  private readonly progress: FilmProgress;
  private readonly signal: AbortSignal;
  private isOpen = false;
  private readonly drawnChunks = new Set<string>();
  private readonly toldChunks = new Set<string>();

  constructor(
    project: ProjectView,
    engine: EngineClient,
    job: FilmJob,
    progress: FilmProgress,
    signal: AbortSignal,
  ) {
    this.project = project;
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
    const files: Promise<FilmChunkFile>[] = [];
    try {
      await this.askForAll(files);
      return await Promise.all(files);
    } finally {
      // What is finished counts, also when the render ends early: it is entered before that is told.
      await Promise.allSettled(files);
    }
  }

  private async askForAll(files: Promise<FilmChunkFile>[]): Promise<void> {
    const { chunks, keys, gridFrames } = this.job;
    let carry: Carry = null;
    let carryFrame = 0;
    for (const [position, chunk] of chunks.entries()) {
      this.signal.throwIfAborted();
      const grid = gridOf(this.job, chunk.index);
      const key = keys[position];
      const known = await this.findFinished(key);
      if (known) {
        this.tellFinished(known.file);
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
  }

  private pathOf(key: string): string {
    return join(this.project.dataFolder, fileOf(key));
  }

  private async findFinished(key: string): Promise<{ file: FilmChunkFile; carry: Carry } | null> {
    const record = this.project.journal.findReady(key);
    if (record?.file !== fileOf(key)) return null;
    const path = this.pathOf(key);
    if ((await hashOfChunk(path)) !== record.sha256) return null;
    const { firstFrame } = record;
    const frames = record.lastFrame - firstFrame + 1;
    const isReused = !this.drawnChunks.has(key);
    return {
      file: { path, firstFrame, frames, key, isReused },
      carry: record.carry as unknown as Carry,
    };
  }

  private tellFinished(file: FilmChunkFile): void {
    if (this.toldChunks.has(file.key)) return;
    this.toldChunks.add(file.key);
    this.progress.onFinished(file);
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
          else this.progress.onDrawn(key, event.done);
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
    this.project.journal.putChunk(record);
    this.drawnChunks.add(key);
    const { first, end } = chunk.range;
    const file = { path, firstFrame: first, frames: end - first, key, isReused: false };
    this.tellFinished(file);
    return file;
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
