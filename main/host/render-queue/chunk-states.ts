// What is there of a film, chunk by chunk: the document of the moment against the journal.
import type { ChunkState, ChunkStateName } from '#core/contract/project-types.ts';
import type { ChunkVersion } from '../project-store/tables/chunk-journal.ts';
import { chunkKeysOf, type FilmPlan } from './film-scene.ts';

/** What the queue is doing, by chunk key: an edit makes other keys, and so other states. */
export interface ChunkActivity {
  readonly queued: ReadonlySet<string>;
  /** Share drawn, 0..1. */
  readonly rendering: ReadonlyMap<string, number>;
  readonly failed: ReadonlySet<string>;
}

export const NO_ACTIVITY: ChunkActivity = {
  queued: new Set(),
  rendering: new Map(),
  failed: new Set(),
};

/**
 * State of every chunk of a film. `stale`: there is another version of that place, rendered with
 * the same settings; `empty`: there never was one.
 * @param versions all that the journal has
 */
export function listChunkStates(
  film: FilmPlan,
  versions: readonly ChunkVersion[],
  activity = NO_ACTIVITY,
): ChunkState[] {
  const ready = new Set<string>();
  const places = new Set<number>();
  for (const { renderId, index, key, isReady } of versions) {
    if (!isReady) continue;
    ready.add(key);
    if (renderId === film.renderId) places.add(index);
  }
  const stateOf = (key: string, index: number): ChunkStateName => {
    if (ready.has(key)) return 'ready';
    if (activity.rendering.has(key)) return 'rendering';
    if (activity.queued.has(key)) return 'queued';
    if (activity.failed.has(key)) return 'failed';
    return places.has(index) ? 'stale' : 'empty';
  };
  const keys = chunkKeysOf(film);
  return film.chunks.map(({ index, range }, i) => ({
    index,
    first: range.first,
    end: range.end,
    state: stateOf(keys[i], index),
    key: keys[i],
    progress: activity.rendering.get(keys[i]) ?? 0,
  }));
}
