// How the window edits: a gesture shows an overlay, and commits it as one command.
import { AppError, toWireError } from '#core/errors/app-error.ts';
import type { CommandInput, CommandName } from '#core/project/commands/registry.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { planCommand } from '#core/project/plan-command.ts';
import { theHost } from '../host/the-host.ts';
import { showToast } from './app-store.ts';
import { projectStore, type OverlayEdit } from './project-store.ts';

let nextDraftId = 0;
/** Ids of rows that exist only in an overlay. */
const draftId = (): string => `draft-${++nextDraftId}`;

/** `document` with edits applied, or as far as they can be. */
export function applyOverlay(
  document: ProjectDocument,
  overlay: readonly OverlayEdit[],
): ProjectDocument {
  let shown = document;
  for (const { command, input } of overlay) {
    try {
      shown = planCommand(shown, command as CommandName, input as never, draftId).document;
    } catch (error) {
      // A gesture may stand where it cannot end; then the document is shown as it is.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return shown;
}

/** Shows what a gesture would do if it ended now. */
export function showEdit<N extends CommandName>(command: N, input: CommandInput<N>): void {
  const overlay = [{ command, input }];
  projectStore.setState(({ document }) => ({ overlay, shown: applyOverlay(document, overlay) }));
}

/** Gives up the gesture. */
export function dropEdit(): void {
  projectStore.setState(({ document }) => ({ overlay: [], shown: document }));
}

/**
 * Commits one command. The overlay stays until the host's change has arrived, so nothing flickers.
 * A refusal becomes a toast.
 * @returns whether the edit was taken
 */
export async function commitEdit<N extends CommandName>(
  command: N,
  input: CommandInput<N>,
): Promise<boolean> {
  const { opened } = projectStore.getState();
  if (opened === null) return false;
  showEdit(command, input);
  try {
    await theHost().call('document.edit', { session: opened.session, command, input });
    return true;
  } catch (error) {
    reportError(error);
    return false;
  } finally {
    dropEdit();
  }
}

/** Shows a failure as what it says: what happened and what to do. */
export function reportError(error: unknown): void {
  const { message, hint, category } = toWireError(error);
  if (category === 'cancelled') return;
  showToast({ kind: 'error', message, hint, actionId: null });
}
