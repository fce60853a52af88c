// Whose name is being typed: the action and the chip meet here.
import { createStore } from 'zustand/vanilla';
import type { PersonId } from '#core/project/ids.ts';

export const renameStore = createStore<{ readonly personId: PersonId | null }>(() => ({
  personId: null,
}));

export function startRename(personId: PersonId | null): void {
  renameStore.setState({ personId });
}
