// Where the window stands: kept with the project by the host, never undone.
import { createStore } from 'zustand/vanilla';
import { viewStateSchema, type ViewState } from '#core/contract/project-types.ts';
import { letKeysGo } from './selection-store.ts';

export const viewStore = createStore<ViewState>(() => viewStateSchema.parse({}));

/** Changes the view; the shell saves it a moment later. */
export function changeView(patch: Partial<ViewState>): void {
  viewStore.setState(patch);
  // Keys are on screen on one page only: arrows and Delete must not change what nobody sees.
  if (patch.page !== undefined && patch.page !== 'animate') letKeysGo();
}
