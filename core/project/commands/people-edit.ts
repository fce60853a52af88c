// What several commands do to people: new ones, their order, and taking one away without a trace.
import { personName, type Box, type FaceAnalysis } from '#core/people/face-analysis.ts';
import { personRegions } from '#core/people/person-regions.ts';
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

/**
 * Fits the region of a person whose face is new or has moved; those of the others give way to it,
 * because regions never overlap.
 */
export function makeRoom(
  edit: DocumentEdit,
  people: readonly Person[],
  changed: Person,
): readonly Person[] {
  const picture = edit.get('media', edit.scene().pictureId);
  if (picture === null || picture.kind === 'voice') return people;
  const boxes = people.map(({ face }) => face.box);
  const regions = personRegions(boxes, picture.facts.width, picture.facts.height);
  return people.map((person, index) => {
    const { face } = person;
    const own = regions[index];
    const region = person === changed ? own : sharedBox(face.region, own);
    return { ...person, face: { ...face, region } };
  });
}

/** What two boxes have in common; the second where that is nothing. */
function sharedBox(a: Box, b: Box): Box {
  const [left, top] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const right = Math.min(a[0] + a[2], b[0] + b[2]);
  const bottom = Math.min(a[1] + a[3], b[1] + b[3]);
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : b;
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
