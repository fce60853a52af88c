// Neighbouring chunks of one state as one run: drawn at once, named once.
import type { ChunkState, ChunkStateName } from '#core/contract/project-types.ts';

export interface ChunkRun {
  readonly state: ChunkStateName;
  readonly firstFrame: number;
  readonly endFrame: number;
  /** Share drawn, over the whole run, 0..1. */
  readonly progress: number;
}

export function findRuns(chunks: readonly ChunkState[]): ChunkRun[] {
  const runs: ChunkRun[] = [];
  let start = 0;
  for (let i = 1; i <= chunks.length; i++) {
    if (i < chunks.length && chunks[i].state === chunks[start].state) continue;
    const firstFrame = chunks[start].first;
    const endFrame = chunks[i - 1].end;
    let drawn = 0;
    for (let at = start; at < i; at++) {
      const { first, end, progress } = chunks[at];
      drawn += (end - first) * progress;
    }
    const frames = Math.max(1, endFrame - firstFrame);
    runs.push({ state: chunks[start].state, firstFrame, endFrame, progress: drawn / frames });
    start = i;
  }
  return runs;
}

/** Of states that share a pixel the most urgent one is shown. */
const URGENCY: readonly ChunkStateName[] = [
  'ready',
  'empty',
  'queued',
  'stale',
  'rendering',
  'failed',
];

export function moreUrgent(a: ChunkStateName, b: ChunkStateName): ChunkStateName {
  return URGENCY.indexOf(b) > URGENCY.indexOf(a) ? b : a;
}
