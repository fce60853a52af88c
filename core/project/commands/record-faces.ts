import { z } from 'zod';
import type { Person } from '../document.ts';
import { faceAnalysisSchema } from '../face-schema.ts';
import { LIMITS } from '../limits.ts';
import { matchBoxes } from '../match-faces.ts';
import { defineCommand } from './command.ts';
import { arrangePeople, dropPerson, newPerson } from './people-edit.ts';

/**
 * Takes over the faces of an analysis. A person at the same place keeps id, name, pictures, silence,
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
      else dropPerson(edit, person);
    });
    const fresh = faces.filter((_face, index) => matches[index] === null);
    arrangePeople(edit, [
      ...kept,
      ...fresh.map((face, index) => newPerson(face, 'detected', known.length + index, newId)),
    ]);
    return faces.length === 1 ? 'Record a face' : `Record ${faces.length} faces`;
  },
});
