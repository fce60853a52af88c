import { z } from 'zod';
import { personName, type FaceAnalysis } from '#core/people/face-analysis.ts';
import type { Person } from '../document.ts';
import type { DocumentEdit } from '../document-edit.ts';
import { faceAnalysisSchema } from '../face-schema.ts';
import { personIdSchema, type IdSource } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { matchBoxes } from '../match-faces.ts';
import { defineCommand } from './command.ts';

const centreX = (face: FaceAnalysis): number => face.box[0] + face.box[2] / 2;

function removePerson(edit: DocumentEdit, person: Person): void {
  for (const assignment of edit.all('assignment')) {
    if (assignment.personId === person.id) edit.remove('assignment', assignment.id);
  }
  for (const key of edit.all('scoreKey')) {
    if (key.personId === person.id) edit.remove('scoreKey', key.id);
  }
  edit.remove('person', person.id);
  edit.dropMedia(person.matteId);
}

/** Puts people in order from left to right; those without a name get the first free letters. */
function arrangePeople(edit: DocumentEdit, people: readonly Person[]): void {
  const names = new Set(people.map((person) => person.name));
  let letter = 0;
  const freeName = (): string => {
    while (names.has(personName(letter))) letter++;
    return personName(letter++);
  };
  [...people]
    .sort((a, b) => centreX(a.face) - centreX(b.face) || a.order - b.order)
    .forEach((person, order) => {
      edit.put('person', { ...person, order, name: person.name === '' ? freeName() : person.name });
    });
}

/** A new person; the empty name is replaced when people are arranged. */
function newPerson(face: FaceAnalysis, order: number, newId: IdSource): Person {
  const id = personIdSchema.parse(newId());
  return {
    id,
    name: '',
    order,
    silent: false,
    matteId: null,
    portraitId: null,
    followVoice: 0,
    keepMotion: 0,
    face,
    source: 'detected',
  };
}

/**
 * Takes over the faces of an analysis. A person at the same place keeps id, name, matte, silence,
 * assignments and keys; people no longer found go with theirs; drawn people stay as they are.
 */
export const recordFaces = defineCommand({
  input: z.strictObject({ faces: z.array(faceAnalysisSchema).min(1).max(LIMITS.people) }),
  plan: (edit, { faces }, newId) => {
    const known = edit.all('person');
    const matches = matchBoxes(
      faces.map((face) => face.box),
      known.map((person) => person.face.box),
    );
    const found = new Map(matches.map((match, index) => [match, faces[index]]));
    const kept: Person[] = [];
    known.forEach((person, index) => {
      const face = found.get(index);
      if (person.source === 'drawn') kept.push(person);
      else if (face !== undefined) kept.push({ ...person, face });
      else removePerson(edit, person);
    });
    const fresh = faces.filter((_face, index) => matches[index] === null);
    arrangePeople(edit, [
      ...kept,
      ...fresh.map((face, index) => newPerson(face, known.length + index, newId)),
    ]);
    return faces.length === 1 ? 'Record a face' : `Record ${faces.length} faces`;
  },
});
