import { z } from 'zod';
import { FACE_PART_WORDS, FACE_PARTS } from '#core/people/face-handles.ts';
import { faceAnalysisSchema } from '../face-schema.ts';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { arrangePeople, makeRoom } from './people-edit.ts';

/** Takes over a face whose points were dragged. From then on no analysis overwrites it. */
export const setLandmarks = defineCommand({
  input: z.strictObject({
    personId: personIdSchema,
    face: faceAnalysisSchema,
    /** What was dragged, for the name of the step. */
    part: z.enum(FACE_PARTS).nullable().default(null),
  }),
  plan: (edit, { personId, face, part }) => {
    const before = edit.person(personId);
    const person = { ...before, face, source: 'drawn' as const };
    const others = edit.all('person').filter(({ id }) => id !== personId);
    arrangePeople(edit, makeRoom(edit, [...others, person], person));
    return part === null
      ? `Adjust face of ${person.name}`
      : `Move ${FACE_PART_WORDS[part]} of ${person.name}`;
  },
});
