import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { arrangePeople, dropPerson } from './people-edit.ts';

/** Takes a person out of the project: a face that is none, or one that is not to move. */
export const removePerson = defineCommand({
  input: z.strictObject({ personId: personIdSchema }),
  plan: (edit, { personId }) => {
    const person = edit.person(personId);
    dropPerson(edit, person);
    arrangePeople(edit, edit.all('person'));
    return `Remove ${person.name}`;
  },
});
