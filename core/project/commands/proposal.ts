// Proposals are assignments that nobody has confirmed yet.
import { AppError } from '#core/errors/app-error.ts';
import type { Assignment } from '../document.ts';
import type { DocumentEdit } from '../document-edit.ts';

/** Throws AppError `no-such-assignment`, or `not-a-proposal` for what the user has decided. */
export function proposalOf(edit: DocumentEdit, id: string): Assignment {
  const assignment = edit.assignment(id);
  if (assignment.source === 'proposal') return assignment;
  throw new AppError({
    category: 'usage',
    code: 'not-a-proposal',
    message: 'This stretch of the voice is not a proposal any more: it has been decided.',
  });
}
