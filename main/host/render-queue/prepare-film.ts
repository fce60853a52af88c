// Everything that must be known before a film's first chunk: media, voices, plan.

import { findTools } from '#main/media/ffmpeg/find.ts';
import { hearVoices, prepareVoices } from '../analysis/speaking-scores.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { requireAllMedia, resolveMedia } from '../project-store/media-links/resolve-media.ts';
import type { ProjectView } from '../project-store/project-view.ts';
import type { RunContext } from '../run-context.ts';
import type { FilmJob } from './film-renderer.ts';
import { planFilm, type RenderChoices } from './film-scene.ts';
import { digestSounds } from './sound-digests.ts';
import type { FrameRange } from '#core/render/chunk-plan.ts';

export interface PreparedFilm extends FilmJob {
  readonly range: FrameRange;
  /** Of all media of the document. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Throws AppErrors of each part, such as `media-missing`, `no-people`, `empty-range`. */
export async function prepareFilm(
  project: ProjectView,
  engine: EngineClient,
  choices: RenderChoices,
  run: RunContext,
): Promise<PreparedFilm> {
  const { document } = project;
  const media = await resolveMedia(document, project.path, 'hash');
  requireAllMedia(media);
  const heard = await hearVoices(project, engine, media.paths, run);
  const preparations = await prepareVoices(project, engine, heard, run);
  const { ffmpeg } = await findTools();
  const job = planFilm(
    {
      document,
      sources: heard.sources,
      sounds: await digestSounds(project.derived, heard.sources, run.signal),
      preparations,
      scores: heard.scores.map((score) => score.values),
      encoderVersion: ffmpeg.version,
    },
    media.paths,
    choices,
  );
  return { ...job, paths: media.paths };
}
