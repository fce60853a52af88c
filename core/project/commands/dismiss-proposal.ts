import { z } from 'zod';
import { assignmentIdSchema } from '../ids.ts';
import { defineCommand } from './command.ts';
import { proposalOf } from './proposal.ts';

/** Takes one proposal away; nobody speaks the stretch until the user or an analysis says so. */
export const dismissProposal = defineCommand({
  input: z.strictObject({ assignmentId: assignmentIdSchema }),
  plan: (edit, { assignmentId }) => {
    const proposal = proposalOf(edit, assignmentId);
    edit.remove('assignment', proposal.id);
    return `Dismiss proposal for ${edit.voice(proposal.voiceId).name}`;
  },
});
