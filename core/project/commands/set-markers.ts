import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { markerSchema, type Marker } from '../document.ts';
import type { DocumentEdit } from '../document-edit.ts';
import { markerIdSchema } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { nameInputSchema } from '../name-input.ts';
import { defineCommand } from './command.ts';

const fields = markerSchema.unwrap().shape;

function markerOf(edit: DocumentEdit, id: string): Marker {
  const marker = edit.get('marker', id);
  if (marker !== null) return marker;
  throw new AppError({
    category: 'usage',
    code: 'no-such-marker',
    message: `The project has no marker "${id}".`,
  });
}

/** What happened to markers, as one word each way: only one kind of change has its own name. */
function labelOf(added: number, changed: number, moved: number, removed: number): string {
  const markers = (n: number): string => (n === 1 ? 'marker' : `${n} markers`);
  const total = added + changed + removed;
  if (added === total) return `Add ${markers(total)}`;
  if (removed === total) return `Delete ${markers(total)}`;
  if (moved === total) return `Move ${markers(total)}`;
  return `Edit ${markers(total)}`;
}

/** Takes markers away, then adds markers (without id) or changes them (with the id of one). */
export const setMarkers = defineCommand({
  input: z.strictObject({
    set: z
      .array(
        z.strictObject({
          id: markerIdSchema.optional(),
          tick: fields.tick,
          name: nameInputSchema.default('Marker'),
          note: fields.note.default(''),
          color: fields.color.default(null),
        }),
      )
      .max(LIMITS.markers)
      .default([]),
    remove: z.array(markerIdSchema).max(LIMITS.markers).default([]),
  }),
  plan: (edit, { set, remove }, newId) => {
    for (const id of remove) edit.remove('marker', markerOf(edit, id).id);
    let [changed, moved] = [0, 0];
    for (const { id, ...rest } of set) {
      const known = id === undefined ? null : markerOf(edit, id);
      if (known !== null) {
        changed++;
        if (known.tick !== rest.tick) moved++;
      }
      edit.put('marker', { ...rest, id: known?.id ?? markerIdSchema.parse(newId()) });
    }
    return labelOf(set.length - changed, changed, moved, remove.length);
  },
});
