import { z } from 'zod';
import { ticksToSeconds } from '#core/time/ticks.ts';
import { voiceSchema } from '../document.ts';
import { voiceIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';

/** Moves the lips of a voice against its sound; positive is later. */
export const setVoiceOffset = defineCommand({
  input: z.strictObject({
    voiceId: voiceIdSchema,
    lipOffsetTicks: voiceSchema.unwrap().shape.lipOffsetTicks.unwrap(),
  }),
  plan: (edit, { voiceId, lipOffsetTicks }) => {
    const voice = edit.voice(voiceId);
    edit.put('voice', { ...voice, lipOffsetTicks });
    return `Shift lips of ${voice.name} to ${Math.round(1000 * ticksToSeconds(lipOffsetTicks))} ms`;
  },
});
