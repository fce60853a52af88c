// Keeps the project store equal to what the host says, for as long as a project is open.
import type { DocumentEvent, OpenedProject } from '#core/contract/project-types.ts';
import { applyChanges } from '#core/project/apply-changes.ts';
import { theHost } from '../host/the-host.ts';
import { showToast } from './app-store.ts';
import { applyOverlay, forgetEdits, reportError } from './edit.ts';
import { NO_PROJECT, projectStore } from './project-store.ts';
import { dropGoneRows, NOTHING_SELECTED, selectionStore } from './selection-store.ts';
import { forgetProject, rememberProject } from './shown-project.ts';
import { flushView, startView } from './view-sync.ts';

let ends: (() => void)[] = [];

/** Shows a project that the host has opened. The one before is closed. */
export async function showProject(opened: OpenedProject): Promise<void> {
  await leaveProject();
  selectionStore.setState(NOTHING_SELECTED);
  const host = theHost();
  const { session } = opened;
  const view = await host.call('view.load', { session });
  startView(session, view);
  projectStore.setState({ ...NO_PROJECT, opened });
  rememberProject(opened);
  let isFirst = true;
  const onEvent = (event: DocumentEvent): void => {
    onDocument(event);
    if (isFirst) ends.push(...followWork(opened));
    isFirst = false;
  };
  ends = [host.subscribe('document.watch', { session }, onEvent, reportError)];
  for (const message of opened.notices)
    showToast({ kind: 'warning', message, hint: null, actionId: null });
  if (opened.readOnly !== null)
    showToast({ kind: 'warning', message: opened.readOnly, hint: null, actionId: null });
}

/** What is known and made of the document. It may be large: the document is shown before it comes. */
function followWork({ session }: OpenedProject): (() => void)[] {
  const host = theHost();
  const set = projectStore.setState;
  return [
    host.subscribe('analysis.watch', { session }, (analysis) => set({ analysis }), reportError),
    host.subscribe('render.chunks', { session }, (chunks) => set({ chunks }), reportError),
    host.subscribe('queue.watch', { session }, (jobs) => set({ jobs }), reportError),
    host.subscribe('takes.watch', { session }, (takes) => set({ takes }), reportError),
  ];
}

/** Ends the subscriptions; the host keeps the project open until `projects.close`. */
async function leaveProject(): Promise<void> {
  for (const end of ends) end();
  ends = [];
  forgetEdits();
  await flushView();
}

export async function closeProject(): Promise<void> {
  const { opened } = projectStore.getState();
  forgetProject();
  await leaveProject();
  projectStore.setState(NO_PROJECT);
  selectionStore.setState(NOTHING_SELECTED);
  if (opened !== null) await theHost().call('projects.close', { session: opened.session });
}

function onDocument(event: DocumentEvent): void {
  projectStore.setState((state) => {
    const document =
      event.type === 'snapshot' ? event.document : applyChanges(state.document, event.changes);
    return {
      document,
      shown: applyOverlay(document, state.overlay),
      revision: event.revision,
      history: event.history,
      ...(event.type === 'snapshot'
        ? { missingMedia: event.missingMedia }
        : { savedAt: event.savedAt }),
    };
  });
  dropGoneRows(projectStore.getState().document);
}
