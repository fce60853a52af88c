// Keeps the view of a project with the host: a moment after it changes, and at once when the window
// is hidden or closed.
import type { SessionId, ViewState } from '#core/contract/project-types.ts';
import { theHost } from '../host/the-host.ts';
import { reportError } from './edit.ts';
import { selectionStore } from './selection-store.ts';
import { viewStore } from './view-store.ts';

const SAVE_AFTER_MS = 300;

let session: SessionId | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Shows the kept view of a project, and keeps it from now on. */
export function startView(of: SessionId, view: ViewState): void {
  session = null;
  viewStore.setState(view, true);
  selectionStore.setState({ personId: view.selectedPersonId });
  session = of;
}

/** Saves what is not saved yet. */
export async function flushView(): Promise<void> {
  if (timer === null || session === null) return;
  clearTimeout(timer);
  timer = null;
  try {
    await theHost().call('view.save', { session, view: viewStore.getState() });
  } catch (error) {
    reportError(error);
  }
}

/** @returns stops watching */
export function watchView(): () => void {
  const end = new AbortController();
  const endStore = viewStore.subscribe(() => {
    if (session === null) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flushView(), SAVE_AFTER_MS);
  });
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') void flushView();
  };
  document.addEventListener('visibilitychange', onHide, { signal: end.signal });
  window.addEventListener('pagehide', () => void flushView(), { signal: end.signal });
  return () => {
    endStore();
    end.abort();
  };
}
