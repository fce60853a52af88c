import { z } from 'zod';
import { interpolationSchema, scoreKeySchema } from '../document.ts';
import { keyEditFields, tickInput, type KeyWriter } from './key-edit.ts';
import type { DocumentEdit } from '../document-edit.ts';
import { scoreKeyIdSchema, type IdSource } from '../ids.ts';

const { value, inHandle, outHandle } = scoreKeySchema.unwrap().shape;

/** A score key as commands take it. */
export const scoreKeyInputSchema = z.strictObject({
  tick: tickInput,
  value,
  interpolation: interpolationSchema.default('hold'),
  inHandle,
  outHandle,
  from: tickInput.optional(),
});

export const scoreKeyEditFields = keyEditFields(scoreKeyInputSchema);

export type ScoreKeyInput = z.output<typeof scoreKeyInputSchema>;

export function scoreKeyWriter(edit: DocumentEdit, newId: IdSource): KeyWriter<'scoreKey'> {
  return {
    edit,
    kind: 'scoreKey',
    newId,
    row: (input, id, person) => {
      const { from: _from, ...key } = input as ScoreKeyInput;
      return { ...key, id: scoreKeyIdSchema.parse(id), personId: person.id };
    },
  };
}
