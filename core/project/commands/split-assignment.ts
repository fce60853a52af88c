import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { assignmentIdSchema, voiceIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { tickInput } from './key-edit.ts';

/** Cuts a stretch of a voice in two, so that its parts can go to different people. */
export const splitAssignment = defineCommand({
  input: z.strictObject({ voiceId: voiceIdSchema, tick: tickInput }),
  plan: (edit, { voiceId, tick }, newId) => {
    const voice = edit.voice(voiceId);
    const stretch = edit
      .all('assignment')
      .find(
        (each) =>
          each.voiceId === voiceId &&
          each.startTick < tick &&
          tick < Math.min(each.endTick ?? Infinity, voice.durationTicks),
      );
    if (stretch === undefined) {
      throw new AppError({
        category: 'usage',
        code: 'nothing-to-split',
        message: `Voice ${voice.name} has no stretch to split at tick ${tick}.`,
        hint: 'Choose a point inside a stretch that belongs to somebody.',
      });
    }
    edit.put('assignment', { ...stretch, endTick: tick });
    edit.put('assignment', {
      ...stretch,
      id: assignmentIdSchema.parse(newId()),
      startTick: tick,
    });
    return `Split voice ${voice.name}`;
  },
});
