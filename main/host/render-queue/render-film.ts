// One render from project to MP4.

import { basename, dirname, extname, join } from 'node:path';
import { createMarking } from '#core/provenance/marking.ts';
import { ProgressEstimate } from '#core/render/progress-estimate.ts';
import { frameToTicks, type Rational } from '#core/time/ticks.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { removeStaleParts } from '#main/media/disk/part-file.ts';
import { concatenateChunks } from '#main/media/film/concatenate-chunks.ts';
import type { FilmVoice } from '#main/media/film/mix-of-voices.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import type { ProjectView } from '../project-store/project-view.ts';
import { secondsNow, trackStage, type RunContext } from '../run-context.ts';
import { VERSION } from '../version.ts';
import { collectChunks } from './collect-chunks.ts';
import {
  CHUNK_FOLDER,
  FilmRenderer,
  type FilmChunkFile,
  type FilmJob,
  type FilmProgress,
} from './film-renderer.ts';
import type { RenderChoices } from './film-scene.ts';
import { FilmTally } from './film-tally.ts';
import { prepareFilm, type PreparedFilm } from './prepare-film.ts';

export interface RenderSummary {
  readonly path: string;
  readonly frames: number;
  readonly size: readonly [number, number];
  readonly seed: number;
  readonly chunksRendered: number;
  readonly chunksReused: number;
  /** First film frame of each chunk after the first. */
  readonly seamFrames: readonly number[];
}

/** Renders what is missing and puts the film together. Throws AppErrors of each part. */
export async function renderFilm(
  store: ProjectStore,
  engine: EngineClient,
  choices: RenderChoices,
  outPath: string | null,
  run: RunContext,
): Promise<RenderSummary> {
  const film = await prepareFilm(store, engine, choices, run);
  const files = await renderChunks(store, engine, film, reportTo(film, run), run.signal);
  const path = outPath ?? defaultFilmPath(store.path);
  await joinFilm(store, film, files, path, run);
  store.journal.markUsed(film.keys);
  await collectChunks(store, new Set(film.keys));
  const chunksRendered = files.filter((file) => !file.isReused).length;
  return {
    path,
    frames: film.range.end - film.range.first,
    size: film.scene.size,
    seed: film.scene.seed,
    chunksRendered,
    chunksReused: files.length - chunksRendered,
    seamFrames: seamFramesOf(film),
  };
}

/** Renders every chunk of a film that the journal does not have. Throws what `FilmRenderer` throws. */
export async function renderChunks(
  project: ProjectView,
  engine: EngineClient,
  job: FilmJob,
  progress: FilmProgress,
  signal: AbortSignal,
): Promise<FilmChunkFile[]> {
  const folder = join(project.dataFolder, CHUNK_FOLDER);
  await ensureFolder(folder);
  await removeStaleParts(folder);
  return new FilmRenderer(project, engine, job, progress, signal).run();
}

/** Puts finished chunks and the voices together. Throws what `concatenateChunks` throws. */
export async function joinFilm(
  project: ProjectView,
  film: PreparedFilm,
  files: readonly FilmChunkFile[],
  outPath: string,
  run: RunContext,
): Promise<void> {
  const onProgress = trackStage('writeFilm', run);
  await concatenateChunks({
    chunks: files,
    voices: voicesOfFilm(project, film.paths, film.range.first, film.scene.rate),
    rate: film.scene.rate,
    outPath,
    marking: filmMarking(),
    signal: run.signal,
    onProgress: (share) => onProgress(Math.round(share * 100), 100),
  });
}

/** The recordings of a film that begins at `firstFrame`. */
export function voicesOfFilm(
  { document }: ProjectView,
  paths: ReadonlyMap<string, string>,
  firstFrame: number,
  rate: Rational,
): FilmVoice[] {
  return document.voices.map((voice) => ({
    path: paths.get(voice.mediaId) ?? '',
    startTick: -frameToTicks(firstFrame, rate),
  }));
}

export function filmMarking() {
  return createMarking({ software: 'Parley', version: VERSION, generator: 'draft' });
}

/** First frame, counted in the film, of each chunk after the first. */
export function seamFramesOf({ chunks, range }: PreparedFilm): number[] {
  return chunks.slice(1).map((chunk) => chunk.range.first - range.first);
}

function reportTo({ range }: PreparedFilm, run: RunContext): FilmProgress {
  const estimate = new ProgressEstimate(range.end - range.first, secondsNow());
  const tally = new FilmTally();
  const report = () => run.onProgress('render', estimate.report(secondsNow()));
  return {
    onDrawn: (key, frames) => {
      // Less than before: an engine was restarted, and the frames it had drawn are gone.
      const more = tally.count(key, frames);
      if (more > 0) estimate.advance(more, secondsNow());
      report();
    },
    onFinished: ({ key, frames, isReused }) => {
      const more = tally.count(key, frames);
      if (isReused) estimate.skip(more);
      report();
    },
  };
}

/** `interview.parley` becomes `interview.mp4` beside it. */
function defaultFilmPath(projectPath: string): string {
  const extension = extname(projectPath);
  const name = basename(projectPath, extension === '.parley' ? extension : '');
  return join(dirname(projectPath), `${name}.mp4`);
}
