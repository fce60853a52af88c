// One render from project to MP4.

import { basename, dirname, extname, join } from 'node:path';
import { createMarking } from '#core/provenance/marking.ts';
import { ProgressEstimate } from '#core/render/progress-estimate.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { removeStaleParts } from '#main/media/disk/part-file.ts';
import { findTools } from '#main/media/ffmpeg/find.ts';
import { concatenateChunks } from '#main/media/film/concatenate-chunks.ts';
import { hearVoices, prepareVoices } from '../analysis/speaking-scores.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { requireAllMedia, resolveMedia } from '../project-store/media-links/resolve-media.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import { secondsNow, trackStage, type RunContext } from '../run-context.ts';
import { VERSION } from '../version.ts';
import { collectChunks } from './collect-chunks.ts';
import { CHUNK_FOLDER, FilmRenderer, type FilmChunkFile } from './film-renderer.ts';
import { planFilm, type RenderChoices } from './film-scene.ts';
import { digestSounds } from './sound-digests.ts';

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
  const media = await resolveMedia(store.document, store.path, 'hash');
  requireAllMedia(media);
  const heard = await hearVoices(store, engine, media.paths, run);
  const preparations = await prepareVoices(store, engine, heard, run);
  const { ffmpeg } = await findTools();
  const job = planFilm(
    {
      document: store.document,
      sources: heard.sources,
      sounds: await digestSounds(store.derived, heard.sources, run.signal),
      preparations,
      scores: heard.scores.map((score) => score.values),
      encoderVersion: ffmpeg.version,
    },
    media.paths,
    choices,
  );
  const chunkFolder = join(store.dataFolder, CHUNK_FOLDER);
  await ensureFolder(chunkFolder);
  await removeStaleParts(chunkFolder);

  const frames = job.range.end - job.range.first;
  const estimate = new ProgressEstimate(frames, secondsNow());
  const report = () => run.onProgress('Rendering', estimate.report(secondsNow()));
  const renderer = new FilmRenderer(
    store,
    engine,
    job,
    {
      onReused: (count) => {
        estimate.skip(count);
        report();
      },
      onDrawn: (count) => {
        estimate.advance(count, secondsNow());
        report();
      },
    },
    run.signal,
  );
  const files = await renderer.run();
  const path = outPath ?? defaultFilmPath(store.path);
  await joinFilm(store, files, media.paths, job.range.first, path, run);
  const keys = files.map((file) => file.key);
  store.journal.markUsed(keys);
  await collectChunks(store, new Set(keys));
  return {
    path,
    frames,
    size: job.scene.size,
    seed: job.scene.seed,
    chunksRendered: files.filter((file) => !file.isReused).length,
    chunksReused: files.filter((file) => file.isReused).length,
    seamFrames: job.chunks.slice(1).map((chunk) => chunk.range.first - job.range.first),
  };
}

async function joinFilm(
  store: ProjectStore,
  files: readonly FilmChunkFile[],
  paths: ReadonlyMap<string, string>,
  firstFrame: number,
  outPath: string,
  run: RunContext,
): Promise<void> {
  const { document } = store;
  if (document.scene === null) throw new Error('A film needs a scene.');
  const rate = document.scene.frameRate;
  const onProgress = trackStage('Writing the film', run);
  await concatenateChunks({
    chunks: files,
    voices: document.voices.map((voice) => ({
      path: paths.get(voice.mediaId) ?? '',
      startTick: -frameToTicks(firstFrame, rate),
    })),
    rate,
    outPath,
    marking: createMarking({ software: 'Parley', version: VERSION, generator: 'draft' }),
    signal: run.signal,
    onProgress: (share) => onProgress(Math.round(share * 100), 100),
  });
}

/** `interview.parley` becomes `interview.mp4` beside it. */
function defaultFilmPath(projectPath: string): string {
  const extension = extname(projectPath);
  const name = basename(projectPath, extension === '.parley' ? extension : '');
  return join(dirname(projectPath), `${name}.mp4`);
}
