// Analysis of a project: faces, speaking turns, and a proposal of who speaks which voice.

import { AppError } from '#core/errors/app-error.ts';
import { proposeAssignments } from '#core/people/propose-assignments.ts';
import { LIMITS } from '#core/project/limits.ts';
import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import { findPaddedVoices } from '#core/render/film-length.ts';
import { ensurePeaks } from '#main/media/audio/ensure-peaks.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { requireAllMedia, resolveMedia } from '../project-store/media-links/resolve-media.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import { trackStage, type RunContext } from '../run-context.ts';
import { defaultVoiceName } from '../projects/create-project.ts';
import { peaksFolder } from '../voices/voice-files.ts';
import { hearVoices } from './speaking-scores.ts';

/** Finds people and turns and writes both into the project. User decisions stay. */
export async function analyzeProject(
  store: ProjectStore,
  engine: EngineClient,
  run: RunContext,
): Promise<void> {
  const { scene } = store.document;
  if (scene === null) throw noPicture();
  const media = await resolveMedia(store.document, store.path, 'hash');
  requireAllMedia(media);
  const onProgress = trackStage('findFaces', run);
  const { faces } = await engine.call(
    'analyzeStill',
    { picturePath: media.paths.get(scene.pictureId) ?? '' },
    { signal: run.signal, onEvent: ({ done, total }) => onProgress(done, total) },
  );
  const chosen = chooseFaces(faces, run);
  const heard = await hearVoices(store, engine, media.paths, run);
  await drawWaveforms(store, media.paths, run);
  const { voices } = store.document;
  const evidence = voices.map((voice, index) => ({
    name: voice.name,
    speakingSeconds: heard.scores[index].intervals.reduce(
      (sum, [start, end]) => sum + end - start,
      0,
    ),
  }));
  // Refuses too few faces before anything is changed.
  const proposals = proposeAssignments(chosen.length, evidence);
  store.execute('recordFaces', { faces: [...chosen] });
  const { people } = store.document;
  store.execute('proposeAssignments', {
    proposals: proposals.flatMap(({ personIndex, voiceIndex, confidence }) =>
      voiceIndex === null
        ? []
        : [{ voiceId: voices[voiceIndex].id, personId: people[personIndex].id, confidence }],
    ),
  });
  nameSpeakers(store, media.paths);
  for (const { voice, missingSeconds } of findPaddedVoices(store.document)) {
    run.onNotice(
      `Voice "${voice.name}" is ${missingSeconds.toFixed(2)} s shorter than the longest; silence follows it.`,
    );
  }
}

/** Peak files of all voices, for whatever shows them. */
export async function drawWaveforms(
  store: ProjectStore,
  paths: ReadonlyMap<string, string>,
  run: RunContext,
): Promise<void> {
  const { voices, media } = store.document;
  const onProgress = trackStage('drawWaveforms', run);
  for (const [index, { mediaId }] of voices.entries()) {
    onProgress(index, voices.length);
    const hash = media.find(({ id }) => id === mediaId)?.sha256 ?? '';
    await ensurePeaks(paths.get(mediaId) ?? '', hash, peaksFolder(store.dataFolder), run.signal);
  }
  onProgress(voices.length, voices.length);
}

export function chooseFaces(
  faces: readonly FaceAnalysis[],
  run: RunContext,
): readonly FaceAnalysis[] {
  if (faces.length === 0) {
    throw new AppError({
      category: 'bad-input',
      code: 'no-face-found',
      message: 'No face was found in the picture.',
      hint: 'Use a picture in which every speaker looks towards the camera and is at least 40 pixels wide in the face.',
    });
  }
  if (faces.length <= LIMITS.people) return faces;
  run.onNotice(`${faces.length} faces were found; the ${LIMITS.people} largest are used.`);
  const size = (face: FaceAnalysis) => face.box[2] * face.box[3];
  const largest = new Set([...faces].sort((a, b) => size(b) - size(a)).slice(0, LIMITS.people));
  return faces.filter((face) => largest.has(face));
}

/** A person who is proposed a voice that the user has named takes the name over. */
export function nameSpeakers(store: ProjectStore, paths: ReadonlyMap<string, string>): void {
  for (const assignment of store.document.assignments) {
    const voice = store.document.voices.find(({ id }) => id === assignment.voiceId);
    if (voice === undefined || assignment.personId === null) continue;
    if (voice.name === defaultVoiceName(paths.get(voice.mediaId) ?? '')) continue;
    store.execute('renamePerson', { personId: assignment.personId, name: voice.name });
  }
}

function noPicture(): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'no-picture',
    message: 'The project has no picture.',
    hint: 'Make a new project with "parley new".',
  });
}
