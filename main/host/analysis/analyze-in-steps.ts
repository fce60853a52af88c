// Analysis as a window needs it: people as soon as there is a picture, voices as they come, and a
// proposal that never touches what the user has decided.

import { proposeAssignments } from '#core/people/propose-assignments.ts';
import type { CommandInput } from '#core/project/commands/registry.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import { trackStage, type RunContext } from '../run-context.ts';
import { chooseFaces, drawWaveforms, nameSpeakers } from './analyze-project.ts';
import { hearVoices, type HeardVoices } from './speaking-scores.ts';

type Paths = ReadonlyMap<string, string>;
type Proposals = CommandInput<'proposeAssignments'>['proposals'];

/** Finds the people of the scene's picture. Throws AppError `no-face-found`. */
export async function findPeople(
  store: ProjectStore,
  engine: EngineClient,
  paths: Paths,
  run: RunContext,
): Promise<void> {
  const { scene } = store.document;
  if (scene === null) return;
  const onProgress = trackStage('findFaces', run);
  const { faces } = await engine.call(
    'analyzeStill',
    { picturePath: paths.get(scene.pictureId) ?? '' },
    { signal: run.signal, onEvent: ({ done, total }) => onProgress(done, total) },
  );
  store.execute('recordFaces', { faces: [...chooseFaces(faces, run)] });
}

/** Scores and waveforms of all voices; what is known already costs nothing. */
export async function hearProject(
  store: ProjectStore,
  engine: EngineClient,
  paths: Paths,
  run: RunContext,
): Promise<HeardVoices> {
  await drawWaveforms(store, paths, run);
  return hearVoices(store, engine, paths, run);
}

/** Proposes who speaks the voices that nobody has decided on. Voices beyond the people stay free. */
export function proposeSpeakers(store: ProjectStore, heard: HeardVoices, paths: Paths): void {
  const { document } = store;
  const proposals = proposalsFor(document, heard);
  if (isProposed(document, proposals)) return;
  store.execute('proposeAssignments', { proposals });
  nameSpeakers(store, paths);
}

function proposalsFor(document: ProjectDocument, heard: HeardVoices): Proposals {
  const decided = document.assignments.filter(({ source }) => source === 'user');
  const people = document.people.filter(
    (person) => !person.silent && !decided.some(({ personId }) => personId === person.id),
  );
  const voices = document.voices
    .map((voice, index) => ({ voice, score: heard.scores[index] }))
    .filter(({ voice }) => !decided.some(({ voiceId }) => voiceId === voice.id))
    .slice(0, people.length);
  const evidence = voices.map(({ voice, score }) => ({
    name: voice.name,
    speakingSeconds: score.intervals.reduce((sum, [start, end]) => sum + end - start, 0),
  }));
  return proposeAssignments(people.length, evidence).flatMap(
    ({ personIndex, voiceIndex, confidence }) =>
      voiceIndex === null
        ? []
        : [
            {
              voiceId: voices[voiceIndex].voice.id,
              personId: people[personIndex].id,
              confidence,
            },
          ],
  );
}

/** Proposing the same again would be an undo step that does nothing. */
function isProposed({ assignments }: ProjectDocument, proposals: Proposals): boolean {
  const standing = assignments.filter(({ source }) => source === 'proposal');
  return (
    standing.length === proposals.length &&
    proposals.every(({ voiceId, personId }) =>
      standing.some((each) => each.voiceId === voiceId && each.personId === personId),
    )
  );
}
