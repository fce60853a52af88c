// The compared takes, for components.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { resolvePair, type TakePair } from './compare-choice.ts';
import { compareStore } from './compare-store.ts';

export function useComparedTakes(): TakePair {
  const takes = useStore(projectStore, (state) => state.takes);
  const choice = useStore(compareStore, (state) => state.choice);
  return useMemo(() => resolvePair(takes, choice), [takes, choice]);
}

/** Whether the monitor shows takes: on the review page, as soon as there is one. */
export function useShowsTakes(): boolean {
  const hasTakes = useStore(projectStore, (state) => state.takes.length > 0);
  return useStore(viewStore, (view) => view.page === 'review') && hasTakes;
}
