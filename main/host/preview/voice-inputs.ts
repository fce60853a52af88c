// What planning must know of a project's voices, gathered once per set of voices.
import { AppError } from '#core/errors/app-error.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { findScores, hearVoices, prepareVoices } from '../analysis/speaking-scores.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { resolveMedia } from '../project-store/media-links/resolve-media.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import type { VoiceInputs } from '../render-queue/motion-scene.ts';
import { digestSounds } from '../render-queue/sound-digests.ts';
import type { RunContext } from '../run-context.ts';

/** Two documents with the same name of their voices have the same inputs. */
export function nameVoices({ voices, media }: ProjectDocument): string {
  const sha256Of = (mediaId: string) => media.find(({ id }) => id === mediaId)?.sha256 ?? '';
  return voices.map((voice) => `${voice.id} ${sha256Of(voice.mediaId)}`).join(',');
}

/** Throws AppError `not-analyzed` before the voices were heard, and what preparing them throws. */
export async function gatherVoices(
  store: ProjectStore,
  engine: EngineClient,
  run: RunContext,
): Promise<VoiceInputs> {
  const { document } = store;
  if (findScores(store) === null) {
    throw new AppError({
      category: 'bad-input',
      code: 'not-analyzed',
      message: 'The voices have not been analysed yet.',
      hint: 'Wait for the analysis, or run "parley analyze".',
    });
  }
  const { paths } = await resolveMedia(document, store.path);
  // A recording that has moved is not needed while its samples lie beside the project.
  const places = document.media.map(({ id, absolutePath }) => [id, paths.get(id) ?? absolutePath]);
  const found = new Map(places as [string, string][]);
  const heard = await hearVoices(store, engine, found, run);
  return {
    sources: heard.sources,
    sounds: await digestSounds(store.derived, heard.sources, run.signal),
    preparations: await prepareVoices(store, engine, heard, run),
    scores: heard.scores.map((score) => score.values),
  };
}
