import { z } from 'zod';
import { voiceIdSchema } from '../ids.ts';
import { nameInputSchema } from '../name-input.ts';
import { defineCommand } from './command.ts';
import { addMedia, voiceInputSchema } from './media-input.ts';

/** Adds a recording. It starts with the film. */
export const addVoice = defineCommand({
  input: z.strictObject({ name: nameInputSchema, media: voiceInputSchema }),
  plan: (edit, { name, media }, newId) => {
    const order = 1 + Math.max(-1, ...edit.all('voice').map((voice) => voice.order));
    edit.put('voice', {
      id: voiceIdSchema.parse(newId()),
      name,
      order,
      mediaId: addMedia(edit, 'voice', media, newId),
      durationTicks: media.facts.durationTicks,
      lipOffsetTicks: 0,
    });
    return `Add voice ${name}`;
  },
});
