// One job at work: what it needs, and how it reports.
import type { JobId } from '#core/contract/project-types.ts';
import type { ProgressReport } from '#core/render/progress-estimate.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import type { RunContext } from '../run-context.ts';
import type { StudioSession } from '../studio/session.ts';
import type { JobQueue } from './job-queue.ts';
import type { LiveJob } from './job-view.ts';
import type { RenderHistory } from './render-history.ts';

export interface JobWork {
  readonly session: StudioSession;
  readonly queue: JobQueue;
  readonly id: JobId;
  readonly engine: EngineClient;
  readonly history: RenderHistory;
  readonly ids: () => string;
  readonly now: () => Date;
  /** A take was kept; resolves when windows know of it. */
  readonly onTake: () => Promise<void>;
  readonly signal: AbortSignal;
}

const NOTHING_DRAWN: LiveJob = {
  stage: null,
  framesDone: 0,
  framesTotal: 0,
  framesPerSecond: null,
  secondsLeft: null,
  drawing: new Map(),
};

/** How the steps before and after rendering talk back through the job. */
export function runContextOf({ queue, id, signal }: JobWork): RunContext {
  return {
    signal,
    onProgress: (stage, report) =>
      queue.report(id, { ...NOTHING_DRAWN, stage, ...toFrames(report) }),
    onNotice: (text) => queue.note(id, text),
  };
}

function toFrames({ done, total, secondsLeft }: ProgressReport) {
  return {
    framesDone: done,
    framesTotal: total,
    secondsLeft: secondsLeft === null ? null : { low: secondsLeft, high: secondsLeft },
  };
}
