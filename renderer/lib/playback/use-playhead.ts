// The playhead for components: at once while it is moved, a few times a second while the film plays.
import { useSyncExternalStore } from 'react';
import { playbackStore } from '../../state/playback-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { filmExtent, frameAt } from './film-extent.ts';

const EVERY_MS = 200;

let current = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
let ends: readonly (() => void)[] = [];
const listeners = new Set<() => void>();

function look(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const { playheadTick } = viewStore.getState();
  if (playheadTick === current) return;
  current = playheadTick;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    ends = [
      viewStore.subscribe(() => {
        if (playbackStore.getState().isPlaying) timer ??= setTimeout(look, EVERY_MS);
        else look();
      }),
      playbackStore.subscribe((playback, before) => {
        if (!playback.isPlaying && before.isPlaying) look();
      }),
    ];
    look();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    for (const end of ends) end();
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}

function read(): number {
  // Between two subscriptions nobody has looked.
  if (listeners.size === 0) current = viewStore.getState().playheadTick;
  return current;
}

export function usePlayheadTick(): number {
  return useSyncExternalStore(subscribe, read);
}

/** The frame under the playhead, inside the film. */
export function usePlayheadFrame(): number {
  const tick = usePlayheadTick();
  return frameAt(filmExtent(), tick);
}
