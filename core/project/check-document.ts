// What a schema of one row cannot see: that rows fit together.
import { AppError } from '#core/errors/app-error.ts';
import type { MediaKind, ProjectDocument, ScoreKey } from './document.ts';
import { LIMITS } from './limits.ts';

function refuse(message: string): never {
  throw new AppError({ category: 'bad-input', code: 'document-inconsistent', message });
}

function checkCount(what: string, count: number, limit: number): void {
  if (count <= limit) return;
  throw new AppError({
    category: 'bad-input',
    code: 'too-many',
    message: `A project holds at most ${limit} ${what}, this would make ${count}.`,
  });
}

function checkMedia(document: ProjectDocument): void {
  const kinds = new Map<string, MediaKind>(document.media.map((media) => [media.id, media.kind]));
  const check = (id: string | null, kind: MediaKind, whose: string): void => {
    if (id !== null && kinds.get(id) !== kind)
      refuse(`The ${kind} of ${whose} is not in the project.`);
  };
  if (document.scene !== null) {
    check(document.scene.pictureId, 'picture', 'the scene');
    check(document.scene.plateId, 'plate', 'the scene');
  }
  for (const person of document.people) {
    check(person.matteId, 'matte', `person ${person.name}`);
    check(person.portraitId, 'portrait', `person ${person.name}`);
  }
  for (const voice of document.voices) check(voice.mediaId, 'voice', `voice ${voice.name}`);
}

function checkAssignments(document: ProjectDocument): void {
  const voices = new Set<string>(document.voices.map((voice) => voice.id));
  const people = new Set<string>(document.people.map((person) => person.id));
  let voiceId = '';
  let freeFromTick = 0;
  for (const { id, voiceId: own, personId, startTick, endTick } of document.assignments) {
    if (!voices.has(own)) refuse(`Assignment ${id} belongs to a voice that is not in the project.`);
    if (personId !== null && !people.has(personId)) {
      refuse(`Assignment ${id} belongs to a person who is not in the project.`);
    }
    if (endTick !== null && endTick <= startTick) refuse(`Assignment ${id} ends before it starts.`);
    if (own !== voiceId) freeFromTick = 0;
    if (startTick < freeFromTick)
      refuse(`Assignment ${id} overlaps another one of the same voice.`);
    voiceId = own;
    freeFromTick = endTick ?? Infinity;
  }
}

function checkKeys(
  document: ProjectDocument,
  what: string,
  keys: readonly Pick<ScoreKey, 'personId' | 'tick'>[],
): void {
  const people = new Set<string>(document.people.map((person) => person.id));
  let last: Pick<ScoreKey, 'personId' | 'tick'> | null = null;
  // Keys come person by person, so one look-up per person is enough for all of theirs.
  for (const key of keys) {
    if (last?.personId !== key.personId) {
      if (!people.has(key.personId)) refuse(`A ${what} belongs to a person not in the project.`);
    } else if (last.tick === key.tick) refuse(`A ${what} stands where another key stands.`);
    last = key;
  }
}

function checkGazeTargets(document: ProjectDocument): void {
  const people = new Set<string>(document.people.map((person) => person.id));
  for (const { gaze, personId } of document.poseKeys) {
    if (gaze?.kind !== 'person') continue;
    if (!people.has(gaze.personId)) refuse('A pose key looks at a person not in the project.');
    if (gaze.personId === personId) refuse('A person cannot look at themselves.');
  }
}

/**
 * Checks limits and references of a document whose rows have passed their schemas.
 * Throws AppError `too-many` or `document-inconsistent`.
 */
export function checkDocument(document: ProjectDocument): void {
  checkCount('people', document.people.length, LIMITS.people);
  checkCount('voices', document.voices.length, LIMITS.voices);
  checkCount('media files', document.media.length, LIMITS.media);
  checkCount('assignments', document.assignments.length, LIMITS.assignments);
  checkCount('score keys', document.scoreKeys.length, LIMITS.scoreKeys);
  checkCount('pose keys', document.poseKeys.length, LIMITS.poseKeys);
  checkCount('markers', document.markers.length, LIMITS.markers);
  checkMedia(document);
  checkAssignments(document);
  checkKeys(document, 'score key', document.scoreKeys);
  checkKeys(document, 'pose key', document.poseKeys);
  checkGazeTargets(document);
}
