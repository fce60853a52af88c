import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { scoreKeySchema } from '../document.ts';
import { personIdSchema, scoreKeyIdSchema } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { defineCommand } from './command.ts';

const keyInput = z.strictObject({
  tick: z.number().int().min(0).max(LIMITS.ticks),
  value: z.number().min(-1).max(1).nullable(),
  interpolation: z.enum(['hold', 'linear', 'bezier']).default('hold'),
});

/** Removes keys at ticks, then sets keys: a key that stands at the same tick is replaced. */
export const setScoreKeys = defineCommand({
  input: z.strictObject({
    personId: personIdSchema,
    set: z.array(keyInput).max(LIMITS.scoreKeys).default([]),
    remove: z.array(z.number().int().min(0)).max(LIMITS.scoreKeys).default([]),
  }),
  plan: (edit, { personId, set, remove }, newId) => {
    const person = edit.person(personId);
    const own = edit.all('scoreKey').filter((key) => key.personId === personId);
    const idAt = new Map(own.map((key) => [key.tick, key.id]));
    for (const tick of remove) {
      const id = idAt.get(tick);
      if (id === undefined) {
        throw new AppError({
          category: 'usage',
          code: 'no-score-key-there',
          message: `${person.name} has no score key at tick ${tick}.`,
        });
      }
      edit.remove('scoreKey', id);
      idAt.delete(tick);
    }
    for (const key of set) {
      const id = idAt.get(key.tick) ?? scoreKeyIdSchema.parse(newId());
      idAt.set(key.tick, id);
      edit.put('scoreKey', scoreKeySchema.parse({ ...key, id, personId }));
    }
    return `Change speaking score of ${person.name}`;
  },
});
