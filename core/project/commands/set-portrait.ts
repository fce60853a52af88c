import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { addMedia, imageInputSchema } from './media-input.ts';

/** Gives a person a picture of any size for lists, or goes back to the face in the scene. */
export const setPortrait = defineCommand({
  input: z.strictObject({ personId: personIdSchema, media: imageInputSchema.nullable() }),
  plan: (edit, { personId, media }, newId) => {
    const person = edit.person(personId);
    const portraitId = media === null ? null : addMedia(edit, 'portrait', media, newId);
    edit.put('person', { ...person, portraitId });
    edit.dropMedia(person.portraitId);
    return media === null ? `Remove portrait of ${person.name}` : `Set portrait of ${person.name}`;
  },
});
