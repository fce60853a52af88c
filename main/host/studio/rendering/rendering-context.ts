// What the procedures of rendering share.
import type { SessionId } from '#core/contract/project-types.ts';
import type { JobRunner } from '../../jobs/job-runner.ts';
import type { RenderHistory } from '../../jobs/render-history.ts';
import type { StudioContext } from '../studio-context.ts';
import type { SessionRendering } from './session-rendering.ts';

export interface RenderingContext {
  readonly studio: StudioContext;
  readonly runner: JobRunner;
  readonly history: RenderHistory;
  /** Throws AppError `no-such-session`. */
  readonly renderingOf: (id: SessionId) => SessionRendering;
}
