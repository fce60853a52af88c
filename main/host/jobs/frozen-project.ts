// The project as it was when a job started: edits made meanwhile change nothing in what is rendered.
import type { ProjectDocument } from '#core/project/document.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ProjectStore } from '../project-store/project-store.ts';
import type { ProjectView } from '../project-store/project-view.ts';

export function viewOf(store: ProjectStore, document: ProjectDocument): ProjectView {
  const { path, dataFolder, derived, journal } = store;
  return { path, document, dataFolder, derived, journal };
}

/** The document that a take was made from. Throws AppError `take-damaged`. */
export function frozenViewOf(store: ProjectStore, documentHash: string): ProjectView {
  const document = store.frozen.get(documentHash);
  if (document !== null) return viewOf(store, document);
  throw new AppError({
    category: 'bad-input',
    code: 'take-damaged',
    message: 'What the project held when this take was rendered cannot be read any more.',
    hint: 'Render the film again.',
  });
}

/** What a job renders: the document it has started with, or the project as it is now. */
export function freeze(
  store: ProjectStore,
  documentHash: string | null,
): { readonly hash: string; readonly view: ProjectView } {
  const started = documentHash === null ? null : store.frozen.get(documentHash);
  const document = started ?? store.document;
  return { hash: store.frozen.put(document), view: viewOf(store, document) };
}
