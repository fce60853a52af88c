import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';

/** A silent person listens all the time; assignments are kept for when the person speaks again. */
export const setPersonSilent = defineCommand({
  input: z.strictObject({ personId: personIdSchema, silent: z.boolean() }),
  plan: (edit, { personId, silent }) => {
    const person = edit.person(personId);
    edit.put('person', { ...person, silent });
    return silent ? `Silence ${person.name}` : `Let ${person.name} speak`;
  },
});
