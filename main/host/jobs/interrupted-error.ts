// What is told of a job that was running when Parley ended.
import type { WireError } from '#core/errors/app-error.ts';
import type { JobRecord } from '../project-store/tables/job-record.ts';

export function interruptedError(job: JobRecord, finishedChunks: number): WireError {
  const during =
    job.chunkNumber === 0 ? 'before the first chunk' : `during chunk ${job.chunkNumber}`;
  return {
    category: 'cancelled',
    code: 'interrupted',
    message: `Parley was closed ${during}; ${safeChunks(finishedChunks)}.`,
    hint: 'Continue to render the rest.',
  };
}

function safeChunks(count: number): string {
  if (count === 0) return 'nothing was finished yet';
  if (count === 1) return 'chunk 1 is safe';
  if (count === 2) return 'chunks 1 and 2 are safe';
  return `chunks 1 to ${count} are safe`;
}
