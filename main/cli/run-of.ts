// The bridge from a command's reporter to the host's run context.

import type { RunContext } from '#main/host/run-context.ts';
import type { Reporter } from './reporter.ts';

export function runOf(reporter: Reporter, signal: AbortSignal): RunContext {
  return {
    signal,
    onProgress: (stage, report) => reporter.progress(stage, report),
    onNotice: (text) => reporter.notice(text),
  };
}
