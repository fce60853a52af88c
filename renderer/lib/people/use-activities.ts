// What people do at the playhead, for components. While the film plays it is looked at a few times a
// second, and drawn again only when somebody begins or ends.
import { useSyncExternalStore } from 'react';
import { playbackStore } from '../../state/playback-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { filmExtent, frameAt } from '../playback/film-extent.ts';
import { activitiesAt, type PersonActivity } from './person-activity.ts';

const EVERY_MS = 80;

let current: readonly PersonActivity[] = [];
let timer: ReturnType<typeof setTimeout> | null = null;
let ends: readonly (() => void)[] = [];
const listeners = new Set<() => void>();

const isSame = (a: readonly PersonActivity[], b: readonly PersonActivity[]): boolean =>
  a.length === b.length &&
  a.every(({ state, isConflict }, i) => state === b[i].state && isConflict === b[i].isConflict);

function look(): void {
  timer = null;
  const { shown, analysis } = projectStore.getState();
  const frame = frameAt(filmExtent(), viewStore.getState().playheadTick);
  const next = activitiesAt(shown, analysis.scores, frame);
  if (isSame(current, next)) return;
  current = next;
  for (const listener of listeners) listener();
}

function lookSoon(): void {
  if (playbackStore.getState().isPlaying) timer ??= setTimeout(look, EVERY_MS);
  else look();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    ends = [
      projectStore.subscribe((project, before) => {
        if (project.shown !== before.shown || project.analysis !== before.analysis) lookSoon();
      }),
      viewStore.subscribe((view, before) => {
        if (view.playheadTick !== before.playheadTick) lookSoon();
      }),
    ];
    look();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    for (const end of ends) end();
    ends = [];
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}

/** One entry per person, in document order. */
export function useActivities(): readonly PersonActivity[] {
  return useSyncExternalStore(subscribe, () => current);
}
