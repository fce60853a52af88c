// Score keys as commands take them, for one person's list and for gestures over several people.
import { z } from 'zod';
import { interpolationSchema, scoreKeySchema } from '../document.ts';
import { keyEditFields, tickInput, type KeyWriter } from './key-edit.ts';
import type { DocumentEdit } from '../document-edit.ts';
import { scoreKeyIdSchema, type IdSource } from '../ids.ts';

const fields = scoreKeySchema.unwrap().shape;

/** A score key as commands take it. */
export const scoreKeyInputSchema = z.strictObject({
  tick: tickInput,
  value: fields.value,
  interpolation: interpolationSchema.default('hold'),
  inHandle: fields.inHandle,
  outHandle: fields.outHandle,
  from: tickInput.optional(),
});

export const scoreKeyEditFields = keyEditFields(scoreKeyInputSchema);

export type ScoreKeyInput = z.output<typeof scoreKeyInputSchema>;

export function scoreKeyWriter(
  edit: DocumentEdit,
  newId: IdSource,
): KeyWriter<'scoreKey', ScoreKeyInput> {
  return {
    edit,
    kind: 'scoreKey',
    newId,
    row: ({ tick, value, interpolation, inHandle, outHandle }, id, person) => ({
      id: scoreKeyIdSchema.parse(id),
      personId: person.id,
      tick,
      value,
      interpolation,
      inHandle,
      outHandle,
    }),
  };
}
