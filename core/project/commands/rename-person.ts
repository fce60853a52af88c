import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { nameInputSchema } from '../name-input.ts';
import { defineCommand } from './command.ts';

export const renamePerson = defineCommand({
  input: z.strictObject({ personId: personIdSchema, name: nameInputSchema }),
  plan: (edit, { personId, name }) => {
    const person = edit.person(personId);
    edit.put('person', { ...person, name });
    return `Rename ${person.name} to ${name}`;
  },
});
