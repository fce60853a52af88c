import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { defineCommand } from './command.ts';
import { writeKeys } from './key-edit.ts';
import { labelOperation, scoreOperationSchema } from './key-operation.ts';
import { scoreKeyEditFields, scoreKeyWriter } from './score-key-input.ts';

/** One gesture on score keys, of one person or of several: one undo step, named by what was done. */
export const editScoreKeys = defineCommand({
  input: z.strictObject({
    edits: z
      .array(z.strictObject({ personId: personIdSchema, ...scoreKeyEditFields }))
      .min(1)
      .max(LIMITS.people)
      .refine(
        (edits) => new Set(edits.map(({ personId }) => personId)).size === edits.length,
        'each person comes once',
      ),
    operation: scoreOperationSchema,
  }),
  plan: (edit, { edits, operation }, newId) => {
    const writer = scoreKeyWriter(edit, newId);
    for (const { personId, set, remove } of edits) {
      writeKeys(writer, edit.person(personId), set, remove);
    }
    return labelOperation(operation, 'key');
  },
});
