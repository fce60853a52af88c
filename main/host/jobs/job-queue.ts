// The jobs of one open project, in their order: on disk at every step that counts, shown to windows
// as they go.
import { jobIdSchema, type Job, type JobId } from '#core/contract/project-types.ts';
import { AppError, type WireError } from '#core/errors/app-error.ts';
import type { IdSource } from '#core/project/ids.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import { LOG_LINES, type JobRecord, type JobRequest } from '../project-store/tables/job-record.ts';
import { Channel } from '../studio/channel.ts';
import { interruptedError } from './interrupted-error.ts';
import { viewJob, type LiveJob } from './job-view.ts';

export interface JobQueueOptions {
  readonly ids: IdSource;
  readonly now: () => Date;
}

/** Ended jobs that stay in the list. */
const KEPT_ENDED = 30;
/** Progress reaches windows at most this often. */
const SHOW_EVERY_MS = 100;

export class JobQueue {
  readonly jobs = new Channel<readonly Job[]>([]);
  private readonly store: ProjectStore;
  private readonly options: JobQueueOptions;
  private records: readonly JobRecord[];
  private live: { readonly id: JobId; readonly job: LiveJob } | null = null;
  private shownAt = -Infinity;

  constructor(store: ProjectStore, options: JobQueueOptions) {
    this.store = store;
    this.options = options;
    this.records = store.jobs.list();
    if (store.access === 'writer') this.markInterrupted();
    this.show();
  }

  get list(): readonly JobRecord[] {
    return this.records;
  }

  get hasWork(): boolean {
    return this.records.some(({ state }) => state === 'queued' || state === 'running');
  }

  get nextQueued(): JobRecord | null {
    return this.records.find(({ state }) => state === 'queued') ?? null;
  }

  /** What is only known of the job that runs; null when none does. */
  get running(): { readonly id: JobId; readonly job: LiveJob } | null {
    return this.live;
  }

  /** Throws AppError `no-such-job`. */
  get(id: JobId): JobRecord {
    const record = this.records.find((each) => each.id === id);
    if (record !== undefined) return record;
    throw new AppError({
      category: 'usage',
      code: 'no-such-job',
      message: 'This job is not in the queue any more.',
    });
  }

  /** Throws AppError `project-read-only` and those of writing. */
  add(request: JobRequest, title: string): JobRecord {
    this.store.requireWriter();
    const record: JobRecord = {
      id: jobIdSchema.parse(this.options.ids()),
      title,
      state: 'queued',
      request,
      ...FRESH,
      createdAt: this.options.now().toISOString(),
    };
    this.records = [...this.records, record];
    this.store.jobs.put(record);
    this.dropOldest();
    this.show();
    return record;
  }

  /** Changes a job on disk and for windows. */
  change(id: JobId, patch: Partial<JobRecord>): JobRecord {
    const record = { ...this.get(id), ...patch };
    this.records = this.records.map((each) => (each.id === id ? record : each));
    this.store.jobs.put(record);
    if (record.state !== 'running') this.live = null;
    this.show();
    return record;
  }

  /** A job that begins anew: of the project as it will be when the job starts. */
  restart(id: JobId): void {
    const { log } = this.get(id);
    this.change(id, { ...FRESH, log, state: 'queued' });
  }

  end(id: JobId, state: 'failed' | 'paused' | 'interrupted', error: WireError | null): void {
    const endedAt = state === 'failed' ? this.options.now().toISOString() : null;
    this.change(id, { state, error, endedAt });
  }

  /** Adds a line to the job's log. */
  note(id: JobId, line: string): void {
    const { log } = this.get(id);
    const time = this.options.now().toISOString().slice(0, 19);
    this.change(id, { log: [...log, `${time}Z  ${line}`.slice(0, 500)].slice(-LOG_LINES) });
  }

  /** Progress of the job that runs; not written to disk. */
  report(id: JobId, job: LiveJob): void {
    const isNewStage = this.live?.job.stage !== job.stage;
    this.live = { id, job };
    const now = performance.now();
    if (!isNewStage && now - this.shownAt < SHOW_EVERY_MS) return;
    this.shownAt = now;
    this.show();
  }

  remove(id: JobId): void {
    this.get(id);
    this.records = this.records.filter((each) => each.id !== id);
    this.store.jobs.remove(id);
    this.dropDocuments();
    this.show();
  }

  /** Puts a job before another; null: to the end. */
  move(id: JobId, beforeId: JobId | null): void {
    const record = this.get(id);
    const rest = this.records.filter((each) => each.id !== id);
    const place = beforeId === null ? rest.length : rest.indexOf(this.get(beforeId));
    this.records = place < 0 ? this.records : rest.toSpliced(place, 0, record);
    this.store.jobs.order(this.records.map((each) => each.id));
    this.show();
  }

  /** How a job that is cut off by the end of Parley is kept. */
  interrupt(id: JobId): void {
    const record = this.get(id);
    const { journal } = this.store;
    const finished = record.chunkKeys.filter((key) => journal.findReady(key) !== null).length;
    this.end(id, 'interrupted', interruptedError(record, finished));
  }

  private markInterrupted(): void {
    for (const { id, state } of this.records) if (state === 'running') this.interrupt(id);
  }

  private dropOldest(): void {
    const ended = this.records.filter(({ state }) => state === 'done' || state === 'failed');
    for (const { id } of ended.slice(0, -KEPT_ENDED)) this.remove(id);
  }

  /** Forgets documents that no job and no take was made from any more. */
  dropDocuments(): void {
    const { store } = this;
    const hashes = [...this.records, ...store.takes.list()].map((each) => each.documentHash);
    store.frozen.keepOnly(hashes.filter((hash) => hash !== null));
  }

  private show(): void {
    const { live } = this;
    this.jobs.set(
      this.records.map((record) => viewJob(record, live?.id === record.id ? live.job : null)),
    );
  }
}

const FRESH = {
  documentHash: null,
  takeId: null,
  chunkKeys: [],
  chunkNumber: 0,
  framesDone: 0,
  framesTotal: 0,
  secondsSpent: 0,
  lastChunk: null,
  failedChunkKey: null,
  error: null,
  output: null,
  endedAt: null,
  log: [],
} as const;
