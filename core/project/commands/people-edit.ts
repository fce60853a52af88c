// What several commands do to people: new ones, their order, and taking one away without a trace.
import { personName, type FaceAnalysis } from '#core/people/face-analysis.ts';
import type { Person } from '../document.ts';
import type { DocumentEdit } from '../document-edit.ts';
import { personIdSchema, type IdSource } from '../ids.ts';

const centreX = (face: FaceAnalysis): number => face.box[0] + face.box[2] / 2;

/** A new person; the empty name is replaced when people are arranged. */
export function newPerson(
  face: FaceAnalysis,
  source: Person['source'],
  order: number,
  newId: IdSource,
): Person {
  return {
    id: personIdSchema.parse(newId()),
    name: '',
    order,
    silent: false,
    matteId: null,
    portraitId: null,
    followVoice: 0,
    keepMotion: 0,
    face,
    source,
  };
}

/** Puts people in order from left to right; those without a name get the first free letters. */
export function arrangePeople(edit: DocumentEdit, people: readonly Person[]): void {
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

/** Takes a person away with assignments, keys and pictures; who looked at them looks freely again. */
export function dropPerson(edit: DocumentEdit, person: Person): void {
  for (const assignment of edit.all('assignment')) {
    if (assignment.personId === person.id) edit.swap('assignment', assignment, null);
  }
  for (const key of edit.all('scoreKey')) {
    if (key.personId === person.id) edit.swap('scoreKey', key, null);
  }
  for (const key of edit.all('poseKey')) {
    if (key.personId === person.id) edit.swap('poseKey', key, null);
    else if (key.gaze?.kind === 'person' && key.gaze.personId === person.id) {
      edit.swap('poseKey', key, { ...key, gaze: { kind: 'auto' } });
    }
  }
  edit.remove('person', person.id);
  edit.dropMedia(person.matteId);
  edit.dropMedia(person.portraitId);
}
