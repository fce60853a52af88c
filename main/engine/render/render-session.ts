// One open render in the engine: the scene's threads and voices, and one chunk after the other.

import { availableParallelism } from 'node:os';
import { MOTION_SIZE, type MotionClip } from '#core/motion/motion-vector.ts';
import { ChunkEncoder } from '#main/media/film/chunk-encoder.ts';
import type { DraftCast } from '#models/pipelines/draft/draft-cast.ts';
import type { DraftCarry } from '#models/pipelines/draft/draft-carry.ts';
import type { OnProgress } from '../on-progress.ts';
import type { ChunkRequest, RenderScene } from '../protocol/methods.ts';
import type { VoiceFeatures } from '../voices/voice-features.ts';
import { loadCompositorScene } from './compositor-scene.ts';
import { castOf } from './draft-scene.ts';
import { FramePool } from './frame-pool.ts';
import { planChunk } from './plan-chunk.ts';

export interface ChunkContext {
  readonly signal: AbortSignal;
  /** The motion is planned; the next chunk may start from this carry. */
  readonly onPlanned: (carry: DraftCarry) => void;
  /** Frames handed to the encoder. */
  readonly onProgress: OnProgress;
}

const MAX_WORKERS = 8;
/** Frames between two progress reports. */
const REPORT_FRAMES = 5;

export class RenderSession {
  private readonly scene: RenderScene;
  private readonly cast: DraftCast;
  private readonly pool: FramePool;
  private readonly features: VoiceFeatures;
  /** Chunks are drawn one after the other, though the next may be planned meanwhile. */
  private drawing: Promise<unknown> = Promise.resolve();

  private constructor(scene: RenderScene, pool: FramePool, features: VoiceFeatures) {
    this.scene = scene;
    this.cast = castOf(scene);
    this.pool = pool;
    this.features = features;
  }

  /** Decodes the pictures, builds the puppets, starts the threads. */
  static async open(
    scene: RenderScene,
    features: VoiceFeatures,
    signal: AbortSignal,
  ): Promise<RenderSession> {
    const compositorScene = await loadCompositorScene(scene);
    signal.throwIfAborted();
    const workers = Math.min(MAX_WORKERS, availableParallelism());
    return new RenderSession(scene, new FramePool(compositorScene, workers), features);
  }

  /** Plans one chunk and, when asked, draws and encodes it. */
  async renderChunk(request: ChunkRequest, context: ChunkContext): Promise<{ bytes: number }> {
    const { motion, carry } = await planChunk(this.scene, this.cast, this.features, request);
    context.onPlanned(carry);
    if (request.draw === null) return { bytes: 0 };
    const drawn = this.drawing.then(() => this.draw(request, motion, context));
    this.drawing = drawn.catch(() => undefined);
    return { bytes: await (await drawn)() };
  }

  async close(): Promise<void> {
    await this.drawing;
    await this.pool.close();
  }

  /**
   * Draws and feeds the encoder; returns the end of the encoding as a second step, so that the
   * next chunk is drawn while the encoder empties itself.
   */
  private async draw(
    request: ChunkRequest,
    motion: MotionClip,
    context: ChunkContext,
  ): Promise<() => Promise<number>> {
    const { grid, draw, outPath } = request;
    if (draw === null) throw new RangeError('Nothing to draw.');
    const { size, rate } = this.scene;
    const [width, height] = size;
    const { signal } = context;
    const encoder = await ChunkEncoder.open({ width, height, rate, path: outPath, signal });
    const stride = motion.people * MOTION_SIZE;
    const first = draw.first - grid.first;
    const count = draw.end - draw.first;
    try {
      await this.pool.draw(
        count,
        (index) => motion.data.slice((first + index) * stride, (first + index + 1) * stride),
        async (frame, index) => {
          await encoder.write(frame);
          if ((index + 1) % REPORT_FRAMES === 0 || index + 1 === count) {
            context.onProgress(index + 1, count);
          }
        },
        signal,
      );
    } catch (error) {
      await encoder.abort();
      throw error;
    }
    return () => encoder.finish();
  }
}
