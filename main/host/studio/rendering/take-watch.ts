// The takes of an open project as windows see them: with whether the project still renders to the same.
import type { Take, TakeId } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ProjectStore } from '../../project-store/project-store.ts';
import type { TakeRecord } from '../../project-store/tables/take-record.ts';
import type { FilmPlans } from '../../render-queue/film-plans.ts';
import { chunkKeysOf } from '../../render-queue/film-scene.ts';
import { Channel } from '../channel.ts';

export class TakeWatch {
  readonly takes = new Channel<readonly Take[]>([]);
  private readonly store: ProjectStore;
  private readonly plans: FilmPlans;

  constructor(store: ProjectStore, plans: FilmPlans) {
    this.store = store;
    this.plans = plans;
  }

  /** Throws AppError `no-such-take`. */
  get(id: TakeId): TakeRecord {
    const take = this.store.takes.get(id);
    if (take !== null) return take;
    throw new AppError({
      category: 'usage',
      code: 'no-such-take',
      message: 'This take has been removed.',
    });
  }

  async refresh(): Promise<void> {
    const takes: Take[] = [];
    for (const record of this.store.takes.list()) {
      const plan = await this.plans.find(this.store.document, record.settings);
      const isCurrent = plan !== null && chunkKeysOf(plan).join() === record.chunkKeys.join();
      takes.push(viewTake(record, isCurrent));
    }
    if (JSON.stringify(takes) !== JSON.stringify(this.takes.value)) this.takes.set(takes);
  }
}

/** A record counts from the first frame of its own film, a window from that of the project. */
export function viewTake(record: TakeRecord, isCurrent: boolean): Take {
  const { id, number, name, createdAt, size, seed, firstFrame, frames } = record;
  const { isStarred, facts, secondsToRender, bytes } = record;
  const seamFrames = record.seamFrames.map((frame) => firstFrame + frame);
  const quality = record.quality && {
    ...record.quality,
    seams: record.quality.seams.map(({ frame, jump }) => ({ frame: firstFrame + frame, jump })),
  };
  return {
    ...{ id, number, name, createdAt, generator: 'draft', size, seed, firstFrame, frames },
    ...{ seamFrames, isStarred, facts, secondsToRender, bytes, isCurrent, quality },
  };
}
