// What a job of the queue is, from its start to its end.
import type { RenderSettings } from '#core/contract/project-types.ts';
import { AppError } from '#core/errors/app-error.ts';
import { deliverTake, type DeliverySettings } from '../deliver/deliver-take.ts';
import type { TakeRecord } from '../project-store/tables/take-record.ts';
import { secondsNow } from '../run-context.ts';
import { renderTake } from './render-take.ts';
import { runContextOf, type JobWork } from './job-work.ts';

/** Throws AppErrors of each part; the queue then says what became of the job. */
export async function doJob(work: JobWork): Promise<void> {
  const { queue, id, now } = work;
  const { request } = queue.change(id, { state: 'running', error: null, failedChunkKey: null });
  if (request.kind === 'render') {
    const take = await renderTake(work, request.settings);
    queue.change(id, { state: 'done', takeId: take.id, ...ended(take, now) });
    return;
  }
  const { settings } = request;
  const take = await takeFor(work, settings);
  // A film that was rendered for this delivery is as long as was asked for.
  const range = settings.takeId === null ? null : settings.range;
  const startedAt = secondsNow();
  const { path, bytes, frames } = await deliverTake(
    work.session.store,
    take,
    settings,
    range,
    runContextOf(work),
  );
  work.history.add(settings.preset, { frames, size: take.size }, secondsNow() - startedAt, bytes);
  queue.change(id, {
    state: 'done',
    takeId: take.id,
    ...ended(take, now),
    framesDone: frames,
    framesTotal: frames,
    output: { path, bytes },
  });
}

async function takeFor(work: JobWork, { takeId, range }: DeliverySettings): Promise<TakeRecord> {
  if (takeId === null) return renderTake(work, renderSettingsFor(range));
  const take = work.session.store.takes.get(takeId);
  if (take !== null) return take;
  throw new AppError({
    category: 'usage',
    code: 'no-such-take',
    message: 'The take that was to be delivered has been removed.',
    hint: 'Choose another take, or deliver the project as it is now.',
  });
}

/** How a film is rendered that is to be delivered. */
export function renderSettingsFor(range: RenderSettings['range']): RenderSettings {
  return { range, size: null, seed: null };
}

function ended({ frames }: TakeRecord, now: () => Date) {
  return { endedAt: now().toISOString(), framesDone: frames, framesTotal: frames };
}
