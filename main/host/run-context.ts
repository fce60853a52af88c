// How a long operation of the host talks back: progress, notices, and a way to stop it.

import type { WorkStage } from '#core/contract/work-stage.ts';
import { ProgressEstimate, type ProgressReport } from '#core/render/progress-estimate.ts';

export interface RunContext {
  readonly signal: AbortSignal;
  readonly onProgress: (stage: WorkStage, report: ProgressReport) => void;
  /** Something worth knowing that is not an error. */
  readonly onNotice: (text: string) => void;
}

/** Monotonic seconds; for progress and time left only, never for results. */
export function secondsNow(): number {
  return performance.now() / 1000;
}

/** Turns the engine's done/total counts into progress reports of one stage. */
export function trackStage(
  stage: WorkStage,
  run: RunContext,
): (done: number, total: number) => void {
  let estimate: ProgressEstimate | null = null;
  let last = 0;
  return (done, total) => {
    estimate ??= new ProgressEstimate(total, secondsNow());
    estimate.advance(done - last, secondsNow());
    last = done;
    run.onProgress(stage, estimate.report(secondsNow()));
  };
}
