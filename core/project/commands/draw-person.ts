import { z } from 'zod';
import { faceAnalysisSchema } from '../face-schema.ts';
import { defineCommand } from './command.ts';
import { arrangePeople, makeRoom, newPerson } from './people-edit.ts';

/** Adds a person the detector has missed. An analysis never replaces what is drawn. */
export const drawPerson = defineCommand({
  input: z.strictObject({ face: faceAnalysisSchema }),
  plan: (edit, { face }, newId) => {
    edit.scene();
    const known = edit.all('person');
    const person = newPerson(face, 'drawn', known.length, newId);
    arrangePeople(edit, makeRoom(edit, [...known, person], person));
    return `Draw person ${edit.person(person.id).name}`;
  },
});
