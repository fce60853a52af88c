// Edits of score keys: shown while a gesture runs, committed as one command.
import type { KeyEdit } from '#core/curve/key-edit.ts';
import type { CommandInput } from '#core/project/commands/registry.ts';
import type { PersonId } from '#core/project/ids.ts';
import { commitEdit, showEdit } from '../../state/edit.ts';
import { askImpact } from './ask-impact.ts';

type ScoreEdit = CommandInput<'editScoreKeys'>;
export type ScoreOperation = ScoreEdit['operation'];

export interface PersonEdit {
  readonly personId: PersonId;
  readonly edit: KeyEdit;
}

const isSomething = ({ edit }: PersonEdit): boolean =>
  edit.set.length > 0 || edit.remove.length > 0;

function inputOf(edits: readonly PersonEdit[], operation: ScoreOperation): ScoreEdit | null {
  const real = edits.filter(isSomething);
  if (real.length === 0) return null;
  return {
    edits: real.map(({ personId, edit }) => ({
      personId,
      set: edit.set.map((key) => ({ ...key })),
      remove: [...edit.remove],
    })),
    operation,
  };
}

export function showScoreEdits(edits: readonly PersonEdit[], operation: ScoreOperation): void {
  const input = inputOf(edits, operation);
  if (input === null) return;
  showEdit('editScoreKeys', input);
  askImpact();
}

/** @returns whether something was edited */
export async function commitScoreEdits(
  edits: readonly PersonEdit[],
  operation: ScoreOperation,
): Promise<boolean> {
  const input = inputOf(edits, operation);
  return input !== null && (await commitEdit('editScoreKeys', input));
}
