// Runs the jobs of all open projects, one after the other: the engine draws one film at a time.
import type { JobId, SessionId } from '#core/contract/project-types.ts';
import { AppError, toWireError } from '#core/errors/app-error.ts';
import type { StudioSession } from '../studio/session.ts';
import type { JobQueue } from './job-queue.ts';

/** Why a job that runs is stopped. */
type Stop = 'pause' | 'cancel' | 'close';

/** Does one job; when it resolves, the job is done and says so. */
export type DoJob = (
  session: StudioSession,
  queue: JobQueue,
  id: JobId,
  signal: AbortSignal,
) => Promise<void>;

interface RunningJob {
  readonly session: StudioSession;
  readonly id: JobId;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
  stop: Stop | null;
}

export class JobRunner {
  private readonly doJob: DoJob;
  private readonly onIdle: (session: StudioSession) => void;
  private readonly queues = new Map<SessionId, { session: StudioSession; queue: JobQueue }>();
  private running: RunningJob | null = null;
  private isClosed = false;

  /** @param onIdle a project has no job left to do */
  constructor(doJob: DoJob, onIdle: (session: StudioSession) => void) {
    this.doJob = doJob;
    this.onIdle = onIdle;
  }

  attach(session: StudioSession, queue: JobQueue): void {
    this.queues.set(session.id, { session, queue });
    this.kick();
  }

  detach(session: StudioSession): void {
    this.queues.delete(session.id);
  }

  /** Starts the next job unless one runs. */
  kick(): void {
    if (this.isClosed || this.running !== null) return;
    for (const { session, queue } of this.queues.values()) {
      const next = session.store.access === 'writer' ? queue.nextQueued : null;
      if (next === null) continue;
      const controller = new AbortController();
      const ended = this.run(session, queue, next.id, controller.signal);
      this.running = { session, id: next.id, controller, ended, stop: null };
      return;
    }
  }

  /** Stops a job if it runs. False when it does not. */
  async stop(id: JobId, stop: Stop): Promise<boolean> {
    const { running } = this;
    if (running?.id !== id) return false;
    running.stop ??= stop;
    running.controller.abort(stoppedError());
    await running.ended;
    return true;
  }

  /** Stops everything; the job that runs can be continued later. */
  async close(): Promise<void> {
    this.isClosed = true;
    if (this.running !== null) await this.stop(this.running.id, 'close');
  }

  private async run(
    session: StudioSession,
    queue: JobQueue,
    id: JobId,
    signal: AbortSignal,
  ): Promise<void> {
    // The caller notes first that it runs.
    await Promise.resolve();
    try {
      await this.doJob(session, queue, id, signal);
    } catch (error) {
      this.settle(queue, id, error);
    } finally {
      this.running = null;
      this.kick();
      if (!queue.hasWork) this.onIdle(session);
    }
  }

  private settle(queue: JobQueue, id: JobId, error: unknown): void {
    const stop = this.running?.stop ?? null;
    if (stop === 'cancel') queue.remove(id);
    else if (stop === 'pause') queue.end(id, 'paused', null);
    else if (stop === 'close') queue.interrupt(id);
    else {
      const wire = toWireError(error);
      queue.note(id, wire.message);
      queue.end(id, 'failed', wire);
    }
  }
}

function stoppedError(): AppError {
  return new AppError({
    category: 'cancelled',
    code: 'cancelled',
    message: 'The job was stopped.',
  });
}
