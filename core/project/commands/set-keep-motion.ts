import { z } from 'zod';
import { personSchema } from '../document.ts';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';

/** How much of the generator's own motion stays under a person's pose keys, 0..1. */
export const setKeepMotion = defineCommand({
  input: z.strictObject({
    personId: personIdSchema,
    keepMotion: personSchema.unwrap().shape.keepMotion.unwrap(),
  }),
  plan: (edit, { personId, keepMotion }) => {
    const person = edit.person(personId);
    edit.put('person', { ...person, keepMotion });
    return `Keep ${Math.round(100 * keepMotion)} % of the motion of ${person.name}`;
  },
});
