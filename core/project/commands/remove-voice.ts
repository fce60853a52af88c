import { z } from 'zod';
import { voiceIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';

/** Takes a recording out of the project, with its assignments. The file stays where it is. */
export const removeVoice = defineCommand({
  input: z.strictObject({ voiceId: voiceIdSchema }),
  plan: (edit, { voiceId }) => {
    const voice = edit.voice(voiceId);
    for (const assignment of edit.all('assignment')) {
      if (assignment.voiceId === voiceId) edit.remove('assignment', assignment.id);
    }
    edit.remove('voice', voiceId);
    edit.dropMedia(voice.mediaId);
    return `Remove voice ${voice.name}`;
  },
});
