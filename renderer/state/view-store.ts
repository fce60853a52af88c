// Where the window stands: kept with the project by the host, never undone.
import { createStore } from 'zustand/vanilla';
import { viewStateSchema, type ViewState } from '#core/contract/project-types.ts';

export const viewStore = createStore<ViewState>(() => viewStateSchema.parse({}));

/** Changes the view; the shell saves it a moment later. */
export function changeView(patch: Partial<ViewState>): void {
  viewStore.setState(patch);
}
