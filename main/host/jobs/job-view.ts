// A job as windows see it: what the project keeps of it, and what is only known while it runs.
import { basename } from 'node:path';
import type { Job } from '#core/contract/project-types.ts';
import type { WorkStage } from '#core/contract/work-stage.ts';
import type { JobRecord } from '../project-store/tables/job-record.ts';
import { displayPath } from '../studio/user-folders.ts';
import type { SecondsRange } from './time-left.ts';

/** Of a job that runs; nothing of it is kept. */
export interface LiveJob {
  readonly stage: WorkStage | null;
  readonly framesDone: number;
  readonly framesTotal: number;
  readonly framesPerSecond: number | null;
  readonly secondsLeft: SecondsRange | null;
  /** Chunks in work: share drawn by key, 0..1. */
  readonly drawing: ReadonlyMap<string, number>;
}

/** What is not known of a job that does not run. */
const AT_REST = { stage: null, framesPerSecond: null, secondsLeft: null } as const;

export function viewJob(record: JobRecord, live: LiveJob | null): Job {
  const { id, request, title, state, error, createdAt, endedAt, log, lastChunk, output } = record;
  const { stage, framesPerSecond, secondsLeft } = live ?? AT_REST;
  const { framesDone, framesTotal } = live ?? record;
  return {
    ...{ id, kind: request.kind, title, state, error, createdAt, endedAt, log },
    ...{ stage, framesDone, framesTotal, framesPerSecond, secondsLeft },
    chunk: chunkInWork(record, live),
    takeId: state === 'done' ? record.takeId : null,
    lastChunkKey: lastChunk?.key ?? null,
    lastChunkFirstFrame: lastChunk?.firstFrame ?? null,
    output: output && {
      name: basename(output.path),
      displayPath: displayPath(output.path),
      bytes: output.bytes,
    },
  };
}

function chunkInWork(
  { state, chunkNumber, chunkKeys }: JobRecord,
  live: LiveJob | null,
): Job['chunk'] {
  const isRendering = live === null || live.stage === 'render';
  if (!isRendering || chunkNumber === 0 || state === 'done') return null;
  return { number: chunkNumber, total: chunkKeys.length };
}
