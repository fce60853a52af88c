// How the window edits: a gesture shows an overlay, and commits it as one command. What is committed
// but not yet confirmed stays in the overlay, below the gesture that may have begun meanwhile.
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

let gesture: OverlayEdit | null = null;
let inFlight: readonly OverlayEdit[] = [];
/** Commands go to the host one after the other, in the order of the user. */
let lastCommit: Promise<unknown> = Promise.resolve();

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

function showOverlay(): void {
  const overlay = gesture === null ? inFlight : [...inFlight, gesture];
  projectStore.setState(({ document }) => ({ overlay, shown: applyOverlay(document, overlay) }));
}

/** Shows what a gesture would do if it ended now. */
export function showEdit<N extends CommandName>(command: N, input: CommandInput<N>): void {
  gesture = { command, input };
  showOverlay();
}

/** Gives up the gesture. */
export function dropEdit(): void {
  if (gesture === null) return;
  gesture = null;
  showOverlay();
}

/** Forgets everything that is not in the document: another project has been opened. */
export function forgetEdits(): void {
  gesture = null;
  inFlight = [];
}

/**
 * Commits one command. It stays shown until the host's change has arrived, so nothing flickers.
 * A refusal becomes a toast.
 * @returns whether the edit was taken
 */
export async function commitEdit<N extends CommandName>(
  command: N,
  input: CommandInput<N>,
): Promise<boolean> {
  const { opened } = projectStore.getState();
  if (opened === null) return false;
  const edit: OverlayEdit = { command, input };
  gesture = null;
  inFlight = [...inFlight, edit];
  showOverlay();
  const before = lastCommit;
  const sent = (async () => {
    await before;
    const { session } = opened;
    const { revision } = await theHost().call('document.edit', { session, command, input });
    await arrivalOf(revision, session);
  })();
  lastCommit = sent.catch(() => undefined);
  try {
    await sent;
    return true;
  } catch (error) {
    reportError(error);
    return false;
  } finally {
    inFlight = inFlight.filter((each) => each !== edit);
    showOverlay();
  }
}

/** The answer to a command and the change itself travel on two ways; the change may come later. */
function arrivalOf(revision: number, session: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const end = projectStore.subscribe(settle);
  function settle(): void {
    const state = projectStore.getState();
    if (state.revision < revision && state.opened?.session === session) return;
    end();
    resolve(undefined);
  }
  settle();
  return promise;
}

/** Shows a failure as what it says: what happened and what to do. */
export function reportError(error: unknown): void {
  const { message, hint, category } = toWireError(error);
  if (category === 'cancelled') return;
  showToast({ kind: 'error', message, hint, actionId: null });
}
