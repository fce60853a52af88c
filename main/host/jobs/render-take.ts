// From a job to a take: what is missing is rendered, the film put together, the take kept.
import { stat } from 'node:fs/promises';
import { takeIdSchema, type RenderSettings } from '#core/contract/project-types.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import type { ProjectView } from '../project-store/project-view.ts';
import type { TakeRecord } from '../project-store/tables/take-record.ts';
import type { FilmChunkFile } from '../render-queue/film-renderer.ts';
import { prepareFilm, type PreparedFilm } from '../render-queue/prepare-film.ts';
import { joinFilm, renderChunks, seamFramesOf } from '../render-queue/render-film.ts';
import { secondsNow } from '../run-context.ts';
import { describeDocument } from '../takes/describe-document.ts';
import { filmPathOf, posterPathOf, takesFolder } from '../takes/take-files.ts';
import { writePoster } from '../takes/write-poster.ts';
import { FilmWatch } from './film-watch.ts';
import { freeze } from './frozen-project.ts';
import { runContextOf, type JobWork } from './job-work.ts';

/**
 * The take of the job's document with these settings: a new one, or the one that shows the same frames
 * already. Throws AppErrors of each part; what is finished stays.
 */
export async function renderTake(work: JobWork, settings: RenderSettings): Promise<TakeRecord> {
  const { queue, id, engine, signal } = work;
  const { store } = work.session;
  const job = queue.get(id);
  const { hash, view } = freeze(store, job.documentHash);
  const takeId = job.takeId ?? takeIdSchema.parse(work.ids());
  queue.change(id, { documentHash: hash, takeId });
  const run = runContextOf(work);
  run.onProgress('prepareRender', { done: 0, total: 0, rate: null, secondsLeft: null });
  const film = await prepareFilm(view, engine, settings, run);
  queue.change(id, {
    chunkKeys: film.keys,
    framesTotal: film.range.end - film.range.first,
    chunkNumber: Math.max(1, job.chunkNumber),
  });
  const known = await findSame(view, store.takes.list(), film.keys);
  if (known !== null) {
    queue.note(id, `Nothing has changed since "${known.name}": the film is the same.`);
    return known;
  }
  const startedAt = secondsNow();
  const watch = new FilmWatch(work, film);
  try {
    const files = await render(work, view, film, watch);
    const filmPath = filmPathOf(store.dataFolder, takeId);
    await ensureFolder(takesFolder(store.dataFolder));
    await joinFilm(view, film, files, filmPath, run);
    await writePoster(middleOf(files).path, posterPathOf(store.dataFolder, takeId), signal);
  } finally {
    const { secondsSpent } = queue.get(id);
    queue.change(id, { secondsSpent: secondsSpent + secondsNow() - startedAt });
  }
  const take = await describeTake(work, view, film, settings);
  noteSpeed(work, film, watch.framesDrawn, secondsNow() - startedAt, take.bytes);
  store.takes.put(take);
  store.journal.markUsed(film.keys);
  await work.onTake();
  return take;
}

async function render(
  work: JobWork,
  view: ProjectView,
  film: PreparedFilm,
  watch: FilmWatch,
): Promise<FilmChunkFile[]> {
  const { queue, id, engine, signal } = work;
  try {
    return await renderChunks(view, engine, film, watch.progress, signal);
  } catch (error) {
    if (!signal.aborted) {
      const { chunkNumber } = queue.get(id);
      queue.change(id, { failedChunkKey: film.keys.at(chunkNumber - 1) ?? null });
    }
    throw error;
  }
}

/** A take of the same chunks whose film is still there. */
async function findSame(
  { dataFolder }: ProjectView,
  takes: readonly TakeRecord[],
  keys: readonly string[],
): Promise<TakeRecord | null> {
  const name = keys.join();
  for (const take of takes) {
    if (take.chunkKeys.join() !== name) continue;
    const isThere = await stat(filmPathOf(dataFolder, take.id)).then(
      (file) => file.size === take.bytes,
      () => false,
    );
    if (isThere) return take;
  }
  return null;
}

async function describeTake(
  { session: { store }, queue, id, now }: JobWork,
  { document }: ProjectView,
  film: PreparedFilm,
  settings: RenderSettings,
): Promise<TakeRecord> {
  const { takeId, documentHash, secondsSpent } = queue.get(id);
  if (takeId === null || documentHash === null) throw new Error('A job that runs has a take.');
  const number = store.takes.nextNumber();
  const { size } = await stat(filmPathOf(store.dataFolder, takeId));
  return {
    id: takeId,
    number,
    name: `Take ${number}`,
    createdAt: now().toISOString(),
    documentHash,
    settings,
    size: [film.scene.size[0], film.scene.size[1]],
    seed: film.scene.seed,
    rate: film.scene.rate,
    firstFrame: film.range.first,
    frames: film.range.end - film.range.first,
    seamFrames: seamFramesOf(film),
    chunkKeys: film.keys,
    facts: describeDocument(document),
    secondsToRender: secondsSpent,
    bytes: size,
    isStarred: false,
    quality: null,
  };
}

/** Only what was drawn says how fast this machine draws. */
function noteSpeed(
  { history }: JobWork,
  { scene, range }: PreparedFilm,
  framesDrawn: number,
  seconds: number,
  filmBytes: number,
): void {
  const share = framesDrawn / (range.end - range.first);
  history.add('render', { frames: framesDrawn, size: scene.size }, seconds, filmBytes * share);
}

function middleOf(files: readonly FilmChunkFile[]): FilmChunkFile {
  return files[Math.floor(files.length / 2)];
}
