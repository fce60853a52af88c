import { z } from 'zod';
import { assignmentIdSchema } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { defineCommand } from './command.ts';
import { proposalOf } from './proposal.ts';

/** Proposals become the user's own decisions: some of them, or all there are. */
export const acceptProposals = defineCommand({
  input: z.strictObject({
    assignmentIds: z.union([
      z.literal('all'),
      z.array(assignmentIdSchema).min(1).max(LIMITS.assignments),
    ]),
  }),
  plan: (edit, { assignmentIds }) => {
    const proposals =
      assignmentIds === 'all'
        ? edit.all('assignment').filter(({ source }) => source === 'proposal')
        : [...new Set(assignmentIds)].map((id) => proposalOf(edit, id));
    for (const proposal of proposals) {
      edit.put('assignment', { ...proposal, source: 'user', confidence: 1 });
    }
    return proposals.length === 1 ? 'Accept a proposal' : `Accept ${proposals.length} proposals`;
  },
});
