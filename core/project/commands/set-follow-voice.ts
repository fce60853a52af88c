import { z } from 'zod';
import { personSchema } from '../document.ts';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';

/** How much of the analysed score stays inside edited spans of a person's curve, 0..1. */
export const setFollowVoice = defineCommand({
  input: z.strictObject({
    personId: personIdSchema,
    followVoice: personSchema.unwrap().shape.followVoice.unwrap(),
  }),
  plan: (edit, { personId, followVoice }) => {
    const person = edit.person(personId);
    edit.put('person', { ...person, followVoice });
    return `Let ${person.name} follow the voice by ${Math.round(100 * followVoice)} %`;
  },
});
