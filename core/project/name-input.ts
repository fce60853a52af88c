// Names come from file names and from typing; whatever comes becomes one printable line.
import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** One line of at most 64 characters; control characters become spaces. Fails on an empty name. */
export const nameInputSchema = z.string().transform((text, context) => {
  const line = text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, LIMITS.nameCharacters)
    .toWellFormed()
    .trim();
  if (line !== '') return line;
  context.addIssue({ code: 'custom', message: 'a name needs at least one letter' });
  return z.NEVER;
});
