import { z } from 'zod';
import { voiceIdSchema } from '../ids.ts';
import { stretchOfVoice } from './assign-voice.ts';
import { defineCommand } from './command.ts';
import { cutAssignments } from './cut-assignments.ts';
import { tickInput } from './key-edit.ts';

/** Forgets who speaks a voice, or a range of it: undecided again, open to proposals. */
export const clearAssignments = defineCommand({
  input: z.strictObject({
    voiceId: voiceIdSchema,
    startTick: tickInput.default(0),
    endTick: tickInput.nullable().default(null),
  }),
  plan: (edit, { voiceId, startTick, endTick }, newId) => {
    const voice = edit.voice(voiceId);
    cutAssignments(edit, voiceId, stretchOfVoice(voice, startTick, endTick), newId);
    return `Clear who speaks ${voice.name}`;
  },
});
