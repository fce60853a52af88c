import { z } from 'zod';
import { faceAnalysisSchema } from '../face-schema.ts';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { arrangePeople } from './people-edit.ts';

/** Takes over a face whose points were dragged. From then on no analysis overwrites it. */
export const setLandmarks = defineCommand({
  input: z.strictObject({ personId: personIdSchema, face: faceAnalysisSchema }),
  plan: (edit, { personId, face }) => {
    const person = edit.person(personId);
    const others = edit.all('person').filter(({ id }) => id !== personId);
    arrangePeople(edit, [...others, { ...person, face, source: 'drawn' }]);
    return `Adjust face of ${person.name}`;
  },
});
