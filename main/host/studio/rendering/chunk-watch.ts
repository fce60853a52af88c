// The chunk bar of an open project: recomputed when the document, the voices or the queue change.
import type { ChunksEvent } from '#core/contract/project-types.ts';
import type { ProjectStore } from '../../project-store/project-store.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import type { RenderHistory } from '../../jobs/render-history.ts';
import { listChunkStates, type ChunkActivity } from '../../render-queue/chunk-states.ts';
import type { FilmPlans } from '../../render-queue/film-plans.ts';
import { chunkKeysOf } from '../../render-queue/film-scene.ts';
import { Channel } from '../channel.ts';

const NO_CHUNKS: ChunksEvent = { frames: 0, chunks: [], secondsToRender: null };

export class ChunkWatch {
  readonly events = new Channel<ChunksEvent>(NO_CHUNKS);
  private readonly store: ProjectStore;
  private readonly plans: FilmPlans;
  private readonly queue: JobQueue;
  private readonly history: RenderHistory;

  constructor(store: ProjectStore, plans: FilmPlans, queue: JobQueue, history: RenderHistory) {
    this.store = store;
    this.plans = plans;
    this.queue = queue;
    this.history = history;
  }

  async refresh(): Promise<void> {
    const plan = await this.plans.find(this.store.document);
    if (plan === null) {
      this.events.set(NO_CHUNKS);
      return;
    }
    const activity = await this.activity();
    const chunks = listChunkStates(plan, this.store.journal.listVersions(), activity);
    const frames = chunks
      .filter(({ state }) => state !== 'ready')
      .reduce((sum, { first, end }) => sum + end - first, 0);
    const secondsToRender = this.history.secondsFor('render', { frames, size: plan.size });
    this.events.set({ frames: plan.motion.totalFrames, chunks, secondsToRender });
  }

  /** What the queue does, by chunk key. */
  private async activity(): Promise<ChunkActivity> {
    const queued = new Set<string>();
    const failed = new Set<string>();
    for (const { state, request, chunkKeys, failedChunkKey } of this.queue.list) {
      if (failedChunkKey !== null) failed.add(failedChunkKey);
      if (state === 'running') for (const key of chunkKeys) queued.add(key);
      if (state !== 'queued' || (request.kind === 'export' && request.settings.takeId !== null)) {
        continue;
      }
      const { range } = request.settings;
      const { size = null, seed = null } = request.kind === 'render' ? request.settings : {};
      const plan = await this.plans.find(this.store.document, { range, size, seed });
      if (plan !== null) for (const key of chunkKeysOf(plan)) queued.add(key);
    }
    return { queued, rendering: this.queue.running?.job.drawing ?? new Map(), failed };
  }
}
