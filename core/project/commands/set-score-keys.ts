import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { writeKeys } from './key-edit.ts';
import { scoreKeyEditFields, scoreKeyWriter } from './score-key-input.ts';

/** Removes keys at ticks, then sets keys: a key that stands at the same tick is replaced. */
export const setScoreKeys = defineCommand({
  input: z.strictObject({ personId: personIdSchema, ...scoreKeyEditFields }),
  plan: (edit, { personId, set, remove }, newId) => {
    const person = edit.person(personId);
    writeKeys(scoreKeyWriter(edit, newId), person, set, remove);
    return `Change speaking score of ${person.name}`;
  },
});
