import { z } from 'zod';
import { assignmentIdSchema, personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';

/** The user says who speaks one stretch of a voice; null: nobody in the picture. */
export const assignStretch = defineCommand({
  input: z.strictObject({
    assignmentId: assignmentIdSchema,
    personId: personIdSchema.nullable(),
  }),
  plan: (edit, { assignmentId, personId }) => {
    const stretch = edit.assignment(assignmentId);
    const person = personId === null ? null : edit.person(personId);
    edit.put('assignment', { ...stretch, personId, source: 'user', confidence: 1 });
    const voice = edit.voice(stretch.voiceId);
    return person === null
      ? `Take a stretch of ${voice.name} from everybody`
      : `Give a stretch of ${voice.name} to ${person.name}`;
  },
});
