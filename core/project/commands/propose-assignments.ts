import { z } from 'zod';
import { assignmentIdSchema, personIdSchema, voiceIdSchema } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { stretchOfVoice } from './assign-voice.ts';
import { defineCommand } from './command.ts';
import { cutStretch } from './cut-assignments.ts';

const tick = z.number().int().min(0).max(LIMITS.ticks);

/** Replaces all proposals. What the user has assigned stays, and proposals keep out of it. */
export const proposeAssignments = defineCommand({
  input: z.strictObject({
    proposals: z
      .array(
        z.strictObject({
          voiceId: voiceIdSchema,
          personId: personIdSchema.nullable(),
          startTick: tick.default(0),
          endTick: tick.nullable().default(null),
          confidence: z.number().min(0).max(1),
        }),
      )
      .max(LIMITS.assignments),
  }),
  plan: (edit, { proposals }, newId) => {
    for (const assignment of edit.all('assignment')) {
      if (assignment.source === 'proposal') edit.remove('assignment', assignment.id);
    }
    const decided = edit.all('assignment');
    for (const { voiceId, personId, startTick, endTick, confidence } of proposals) {
      const voice = edit.voice(voiceId);
      if (personId !== null) edit.person(personId);
      let pieces = [stretchOfVoice(voice, startTick, endTick)];
      for (const own of decided) {
        if (own.voiceId === voiceId) pieces = pieces.flatMap((piece) => cutStretch(piece, own));
      }
      for (const piece of pieces) {
        edit.put('assignment', {
          id: assignmentIdSchema.parse(newId()),
          voiceId,
          personId,
          ...piece,
          confidence,
          source: 'proposal',
        });
      }
    }
    return 'Propose who speaks';
  },
});
