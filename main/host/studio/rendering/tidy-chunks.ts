// After a job: old versions of chunks go when there are too many of them.
import type { ProjectStore } from '../../project-store/project-store.ts';
import { collectChunks } from '../../render-queue/collect-chunks.ts';
import { chunkKeysOf } from '../../render-queue/film-scene.ts';
import type { SessionRendering } from './session-rendering.ts';

/** Keeps what the project shows now and what unfinished jobs have rendered. */
export async function tidyChunks(
  store: ProjectStore,
  { queue, plans }: SessionRendering,
): Promise<void> {
  const kept = new Set<string>();
  const plan = await plans.find(store.document);
  if (plan !== null) for (const key of chunkKeysOf(plan)) kept.add(key);
  for (const { state, chunkKeys, lastChunk } of queue.list) {
    // The last finished chunk of a job can be played from its card.
    if (lastChunk !== null) kept.add(lastChunk.key);
    if (state !== 'done') for (const key of chunkKeys) kept.add(key);
  }
  await collectChunks(store, kept);
}
