// What a schema of one row cannot see: that rows fit together.
import { AppError } from '#core/errors/app-error.ts';
import type { MediaKind, ProjectDocument } from './document.ts';
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
  for (const person of document.people) check(person.matteId, 'matte', `person ${person.name}`);
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

function checkScoreKeys(document: ProjectDocument): void {
  const people = new Set<string>(document.people.map((person) => person.id));
  let last = '';
  for (const { id, personId, tick } of document.scoreKeys) {
    if (!people.has(personId))
      refuse(`Score key ${id} belongs to a person who is not in the project.`);
    const place = `${personId} ${tick}`;
    if (place === last) refuse(`Score key ${id} stands where another key stands.`);
    last = place;
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
  checkMedia(document);
  checkAssignments(document);
  checkScoreKeys(document);
}
