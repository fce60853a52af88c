// The render queue: asked for, stopped, continued, put in order.
import type { JobId, NewJob } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { formatTime } from '#core/time/timecode.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import type { JobRequest } from '../../project-store/tables/job-record.ts';
import { requirePreset } from '../../deliver/list-presets.ts';
import type { AreaProcedures } from '../studio-context.ts';
import type { RenderingContext } from './rendering-context.ts';

export function createQueueProcedures(context: RenderingContext): AreaProcedures<'queue'> {
  const { studio, runner, renderingOf } = context;
  const drop = async (queue: JobQueue, jobId: JobId): Promise<null> => {
    queue.get(jobId);
    const hasRun = await runner.stop(jobId, 'cancel');
    if (!hasRun) queue.remove(jobId);
    return null;
  };
  return {
    'queue.watch': ({ session }, emit, signal) => {
      renderingOf(session).queue.jobs.follow(emit, signal);
      return studio.sessionOf(session).whileOpen(signal);
    },
    'queue.add': async ({ session: id, job }) => {
      const { queue } = renderingOf(id);
      const request = requestOf(context, job);
      const title = await titleOf(job);
      const { id: jobId } = queue.add(request, title);
      runner.kick();
      return { jobId };
    },
    'queue.pause': async ({ session, jobId }) => {
      const { queue } = renderingOf(session);
      requireState(queue, jobId, ['running', 'queued']);
      const hasRun = await runner.stop(jobId, 'pause');
      if (!hasRun) queue.change(jobId, { state: 'paused' });
      return null;
    },
    'queue.resume': ({ session, jobId }) => {
      const { queue } = renderingOf(session);
      requireState(queue, jobId, ['paused', 'interrupted']);
      queue.change(jobId, { state: 'queued', error: null });
      runner.kick();
      return null;
    },
    'queue.retry': ({ session, jobId }) => {
      const { queue } = renderingOf(session);
      requireState(queue, jobId, ['failed', 'interrupted', 'paused']);
      queue.restart(jobId);
      runner.kick();
      return null;
    },
    'queue.cancel': ({ session, jobId }) => drop(renderingOf(session).queue, jobId),
    'queue.remove': ({ session, jobId }) => drop(renderingOf(session).queue, jobId),
    'queue.move': ({ session, jobId, beforeId }) => {
      renderingOf(session).queue.move(jobId, beforeId);
      return null;
    },
  };
}

/** A folder that was picked is known by its path from now on: tokens end with the host. */
function requestOf({ studio }: RenderingContext, job: NewJob): JobRequest {
  if (job.kind === 'render') return job;
  const { folder, ...settings } = job.settings;
  const folderPath = folder === null ? studio.folders.exports : studio.files.get(folder).path;
  return { kind: 'export', settings: { ...settings, folderPath } };
}

/** Throws AppError `no-such-preset`, `encoder-missing`. */
async function titleOf(job: NewJob): Promise<string> {
  if (job.kind === 'export') {
    const { extension } = await requirePreset(job.settings.preset);
    return `${job.settings.fileName}.${extension}`;
  }
  const { range } = job.settings;
  if (range === null) return 'Whole film';
  const { inTick, outTick } = range;
  const from = inTick === null ? 'Start' : formatTime(inTick);
  return `${from} to ${outTick === null ? 'end' : formatTime(outTick)}`;
}

function requireState(queue: JobQueue, jobId: JobId, allowed: readonly string[]): void {
  const { state } = queue.get(jobId);
  if (allowed.includes(state)) return;
  throw new AppError({
    category: 'usage',
    code: 'job-not-there-yet',
    message: `This cannot be done with a job that is ${state}.`,
  });
}
