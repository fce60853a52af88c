// What can be delivered, and what that would take.
import { stat } from 'node:fs/promises';
import type { ExportSettings } from '#core/contract/project-types.ts';
import {
  estimateDelivery,
  freeBytesAt,
  type PlannedDelivery,
} from '../../deliver/estimate-delivery.ts';
import { listPresets } from '../../deliver/list-presets.ts';
import { rangeInTake } from '../../deliver/range-in-take.ts';
import { renderSettingsFor } from '../../jobs/do-job.ts';
import { listChunkStates } from '../../render-queue/chunk-states.ts';
import { filmPathOf } from '../../takes/take-files.ts';
import type { StudioSession } from '../session.ts';
import type { AreaProcedures } from '../studio-context.ts';
import type { RenderingContext } from './rendering-context.ts';
import type { SessionRendering } from './session-rendering.ts';

export function createDeliverProcedures(context: RenderingContext): AreaProcedures<'deliver'> {
  const { studio, renderingOf, history } = context;
  return {
    'deliver.presets': () => listPresets(),
    'deliver.estimate': async ({ session: id, settings }) => {
      const { folder } = settings;
      const path = folder === null ? studio.folders.exports : studio.files.get(folder).path;
      const freeBytes = await freeBytesAt(path);
      const planned = await plan(studio.sessionOf(id), renderingOf(id), settings);
      if (planned === null) return { frames: 0, bytes: null, seconds: null, freeBytes };
      return { ...estimateDelivery(planned, history), freeBytes };
    },
  };
}

/** Null while the project is no film yet. Throws AppError `no-such-take`, `empty-range`. */
async function plan(
  { store }: StudioSession,
  { takes, plans }: SessionRendering,
  { preset, takeId, range }: ExportSettings,
): Promise<PlannedDelivery | null> {
  if (takeId !== null) {
    const take = takes.get(takeId);
    const { first, end } = rangeInTake(take, range);
    const isAsItIs = preset === 'h264' && end - first === take.frames;
    const { size } = isAsItIs ? await stat(filmPathOf(store.dataFolder, takeId)) : { size: null };
    return {
      preset,
      frames: end - first,
      size: take.size,
      rate: take.rate,
      framesToRender: 0,
      filmBytes: size,
    };
  }
  const film = await plans.find(store.document, renderSettingsFor(range));
  if (film === null) return null;
  const framesToRender = listChunkStates(film, store.journal.listVersions())
    .filter(({ state }) => state !== 'ready')
    .reduce((sum, { first, end }) => sum + end - first, 0);
  const { first, end } = film.range;
  const { size } = film;
  const { rate } = film.motion;
  return { preset, frames: end - first, size, rate, framesToRender, filmBytes: null };
}
