// Queue, chunk bar and takes of one open project, kept up to date with each other.
import { FilmPlans } from '../../render-queue/film-plans.ts';
import { JobQueue, type JobQueueOptions } from '../../jobs/job-queue.ts';
import type { RenderHistory } from '../../jobs/render-history.ts';
import type { StudioSession } from '../session.ts';
import { ChunkWatch } from './chunk-watch.ts';
import { Paced } from './paced.ts';
import { TakeWatch } from './take-watch.ts';

const MIN_PAUSE_MS = 100;

export class SessionRendering {
  readonly queue: JobQueue;
  readonly plans: FilmPlans;
  readonly chunks: ChunkWatch;
  readonly takes: TakeWatch;
  /** Films of takes that are being measured. */
  measuring = 0;
  private readonly refreshing: Paced;
  private readonly end = new AbortController();

  constructor(
    session: StudioSession,
    history: RenderHistory,
    options: JobQueueOptions,
    onError: (error: unknown) => void,
  ) {
    const { store, planner, analysis } = session;
    const quiet = {
      signal: this.end.signal,
      onProgress: () => undefined,
      onNotice: () => undefined,
    };
    this.queue = new JobQueue(store, options);
    this.plans = new FilmPlans(() => planner.prepare(quiet));
    this.chunks = new ChunkWatch(store, this.plans, this.queue, history);
    this.takes = new TakeWatch(store, this.plans);
    this.refreshing = new Paced(() => this.refresh(), MIN_PAUSE_MS, onError);
    const ask = (): void => this.refreshing.ask();
    this.end.signal.addEventListener('abort', store.subscribe(ask), { once: true });
    analysis.events.follow(ask, this.end.signal);
    this.queue.jobs.follow(ask, this.end.signal);
  }

  /** Shows at once what has changed in takes. */
  refreshTakes(): Promise<void> {
    return this.takes.refresh();
  }

  close(): void {
    this.refreshing.close();
    this.end.abort();
  }

  private async refresh(): Promise<void> {
    await this.chunks.refresh();
    if (!this.end.signal.aborted) await this.takes.refresh();
  }
}
