import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import type { Voice } from '../document.ts';
import { assignmentIdSchema, personIdSchema, voiceIdSchema } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { defineCommand } from './command.ts';
import { cutAssignments, type Stretch } from './cut-assignments.ts';

const tick = z.number().int().min(0).max(LIMITS.ticks);

/** A stretch inside the voice; an end at or behind the end of the voice becomes null. */
export function stretchOfVoice(voice: Voice, startTick: number, endTick: number | null): Stretch {
  if (startTick >= voice.durationTicks || (endTick !== null && endTick <= startTick)) {
    throw new AppError({
      category: 'usage',
      code: 'empty-range',
      message: `The range ${startTick} to ${endTick ?? 'end'} holds nothing of voice ${voice.name}.`,
      hint: `Choose a range inside 0 to ${voice.durationTicks} ticks.`,
    });
  }
  return {
    startTick,
    endTick: endTick !== null && endTick >= voice.durationTicks ? null : endTick,
  };
}

/**
 * The user says who speaks a voice, or a range of it; null: nobody in the picture.
 * It replaces what was there, proposals and earlier decisions alike.
 */
export const assignVoice = defineCommand({
  input: z.strictObject({
    voiceId: voiceIdSchema,
    personId: personIdSchema.nullable(),
    startTick: tick.default(0),
    endTick: tick.nullable().default(null),
  }),
  plan: (edit, { voiceId, personId, startTick, endTick }, newId) => {
    const voice = edit.voice(voiceId);
    const person = personId === null ? null : edit.person(personId);
    const stretch = stretchOfVoice(voice, startTick, endTick);
    cutAssignments(edit, voiceId, stretch, newId);
    edit.put('assignment', {
      id: assignmentIdSchema.parse(newId()),
      voiceId,
      personId,
      ...stretch,
      confidence: 1,
      source: 'user',
    });
    return person === null
      ? `Take voice ${voice.name} from everybody`
      : `Give voice ${voice.name} to ${person.name}`;
  },
});
