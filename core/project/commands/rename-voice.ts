import { z } from 'zod';
import { voiceIdSchema } from '../ids.ts';
import { nameInputSchema } from '../name-input.ts';
import { defineCommand } from './command.ts';

export const renameVoice = defineCommand({
  input: z.strictObject({ voiceId: voiceIdSchema, name: nameInputSchema }),
  plan: (edit, { voiceId, name }) => {
    const voice = edit.voice(voiceId);
    edit.put('voice', { ...voice, name });
    return `Rename voice ${voice.name} to ${name}`;
  },
});
