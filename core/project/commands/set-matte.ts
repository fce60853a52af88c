import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { addMedia, checkLayerSize, imageInputSchema } from './media-input.ts';

/** Gives a person a matte of the picture's size, or takes it away. */
export const setMatte = defineCommand({
  input: z.strictObject({ personId: personIdSchema, media: imageInputSchema.nullable() }),
  plan: (edit, { personId, media }, newId) => {
    const person = edit.person(personId);
    if (media !== null) checkLayerSize(edit, 'matte', media);
    const matteId = media === null ? null : addMedia(edit, 'matte', media, newId);
    edit.put('person', { ...person, matteId });
    edit.dropMedia(person.matteId);
    return media === null ? `Remove matte of ${person.name}` : `Set matte of ${person.name}`;
  },
});
