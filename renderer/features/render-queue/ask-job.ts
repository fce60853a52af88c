// What a window asks of a job.
import type { Job } from '#core/contract/project-types.ts';
import { theHost } from '../../host/the-host.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';

export function askJob(
  what: 'pause' | 'resume' | 'cancel' | 'retry' | 'remove',
  { id: jobId }: Job,
): void {
  const { opened } = projectStore.getState();
  if (opened === null) return;
  theHost().call(`queue.${what}`, { session: opened.session, jobId }).catch(reportError);
}

/** Puts a waiting job before another; null: at the end. */
export function moveJob({ id: jobId }: Job, before: Job | null): void {
  const { opened } = projectStore.getState();
  if (opened === null) return;
  theHost()
    .call('queue.move', { session: opened.session, jobId, beforeId: before?.id ?? null })
    .catch(reportError);
}
