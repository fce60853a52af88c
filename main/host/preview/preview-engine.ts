// Previews in the engine: opened when needed, opened again when the engine has been restarted.
import { AppError } from '#core/errors/app-error.ts';
import type { EngineMethods, MotionScene } from '#main/engine/protocol/methods.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';

export type PreviewRequest = Omit<EngineMethods['planPreview']['input'], 'id'>;
export type PreviewAnswer = EngineMethods['planPreview']['output'];

/** An engine that is gone, or one that has forgotten the scene. */
const REOPEN: readonly string[] = ['no-preview', 'engine-stopped'];
const TRIES = 3;

export class PreviewEngine {
  private readonly engine: Pick<EngineClient, 'call'>;
  private readonly opened = new Map<string, Promise<unknown>>();

  constructor(engine: Pick<EngineClient, 'call'>) {
    this.engine = engine;
  }

  /**
   * A request has no signal: one that is not answered in time costs the engine its life, and an
   * answer that nobody waits for any more costs milliseconds.
   */
  async plan(id: string, scene: MotionScene, request: PreviewRequest): Promise<PreviewAnswer> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.open(id, scene);
        return await this.engine.call('planPreview', { id, ...request });
      } catch (error) {
        this.opened.delete(id);
        const canReopen = error instanceof AppError && REOPEN.includes(error.code);
        if (!canReopen || attempt === TRIES) throw error;
      }
    }
  }

  private open(id: string, scene: MotionScene): Promise<unknown> {
    const known = this.opened.get(id) ?? this.engine.call('openPreview', { id, scene });
    this.opened.set(id, known);
    return known;
  }
}
