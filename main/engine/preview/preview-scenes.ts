// The scenes that windows are looking at: motion without pictures, beside whatever is rendered.
import { AppError } from '#core/errors/app-error.ts';
import type { DraftCarry } from '#models/pipelines/draft/draft-carry.ts';
import type { DraftCast } from '#models/pipelines/draft/draft-cast.ts';
import type { MotionRequest, MotionScene } from '../protocol/methods.ts';
import { castOf } from '../render/draft-scene.ts';
import { planChunk } from '../render/plan-chunk.ts';
import type { VoiceFeatures } from '../voices/voice-features.ts';

/** A window shows two, the committed scene and the one of a gesture; few windows are open. */
const KEPT_SCENES = 8;

export class PreviewScenes {
  private readonly features: VoiceFeatures;
  /** By id, the longest unused first. */
  private readonly scenes = new Map<string, { scene: MotionScene; cast: DraftCast }>();

  constructor(features: VoiceFeatures) {
    this.features = features;
  }

  open(id: string, scene: MotionScene): void {
    this.scenes.delete(id);
    this.scenes.set(id, { scene, cast: castOf(scene) });
    const [oldest] = this.scenes.keys();
    if (this.scenes.size > KEPT_SCENES) this.scenes.delete(oldest);
  }

  /** Throws AppError `no-preview` for a scene that was closed meanwhile. */
  async plan(
    id: string,
    request: MotionRequest,
  ): Promise<{ motion: Float32Array; carry: DraftCarry }> {
    const opened = this.scenes.get(id);
    if (!opened) {
      throw new AppError({
        category: 'internal',
        code: 'no-preview',
        message: 'A preview was asked for before it was opened.',
      });
    }
    this.scenes.delete(id);
    this.scenes.set(id, opened);
    const { motion, carry } = await planChunk(opened.scene, opened.cast, this.features, request);
    return { motion: motion.data, carry };
  }
}
