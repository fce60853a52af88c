// A take becomes a file in a folder of the user's; nothing that lies there is written over.
import { stat } from 'node:fs/promises';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { requireAllMedia, resolveMedia } from '../project-store/media-links/resolve-media.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import type { JobRequest } from '../project-store/tables/job-record.ts';
import type { TakeRecord } from '../project-store/tables/take-record.ts';
import { frozenViewOf } from '../jobs/frozen-project.ts';
import { filmMarking, voicesOfFilm } from '../render-queue/render-film.ts';
import { trackStage, type RunContext } from '../run-context.ts';
import { freePath } from '../studio/take-in-file.ts';
import { filmPathOf } from '../takes/take-files.ts';
import { requirePreset } from './list-presets.ts';
import { rangeInTake } from './range-in-take.ts';
import { writeDelivery } from './write-delivery.ts';

export type DeliverySettings = Extract<JobRequest, { kind: 'export' }>['settings'];

export interface DeliveredFile {
  readonly path: string;
  readonly bytes: number;
  readonly frames: number;
}

/** @param range null: all of the take. Throws AppErrors of each part. */
export async function deliverTake(
  store: ProjectStore,
  take: TakeRecord,
  { preset: presetId, fileName, folderPath }: DeliverySettings,
  range: DeliverySettings['range'],
  run: RunContext,
): Promise<DeliveredFile> {
  const preset = await requirePreset(presetId);
  const frames = rangeInTake(take, range);
  const view = frozenViewOf(store, take.documentHash);
  const media = await resolveMedia(view.document, view.path, 'size');
  // Pictures are in the film; only the sound is mixed anew.
  requireAllMedia({
    ...media,
    missing: media.missing.filter((each) => each.media.kind === 'voice'),
  });
  await ensureFolder(folderPath);
  const outPath = freePath(folderPath, `${fileName}.${preset.extension}`);
  const onProgress = trackStage('writeFilm', run);
  const frameCount = frames.end - frames.first;
  await writeDelivery({
    preset,
    filmPath: filmPathOf(store.dataFolder, take.id),
    filmFrames: take.frames,
    range: frames,
    rate: take.rate,
    voices: voicesOfFilm(view, media.paths, take.firstFrame + frames.first, take.rate),
    outPath,
    marking: filmMarking(),
    signal: run.signal,
    onProgress: (done) => onProgress(done, frameCount),
  });
  const { size } = await stat(outPath);
  return { path: outPath, bytes: size, frames: frameCount };
}
