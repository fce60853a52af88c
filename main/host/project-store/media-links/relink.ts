// Gives a project its moved or renamed media back.
import type { MediaRef } from '#core/project/document.ts';
import type { ProjectStore } from '../project-store.ts';
import { findByContent, SEARCH_LIMITS, type SearchLimits } from './find-by-content.ts';
import { mediaPathsOf } from './media-paths.ts';
import { resolveMedia } from './resolve-media.ts';

export interface RelinkResult {
  readonly relinked: readonly MediaRef[];
  readonly stillMissing: readonly MediaRef[];
  /** False when the folder was too large to be searched whole. */
  readonly complete: boolean;
}

/**
 * Searches `folder` for the media that the project misses and points the project at what it finds,
 * in one undoable command. Throws AppError `project-read-only`.
 */
export async function relink(
  store: ProjectStore,
  folder: string,
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<RelinkResult> {
  const { missing } = await resolveMedia(store.document, store.path, 'hash');
  const wanted = missing.map(({ media }) => media);
  if (wanted.length === 0) return { relinked: [], stillMissing: [], complete: true };
  const { found, complete } = await findByContent(folder, wanted, limits);
  const links = [...found].map(([mediaId, path]) => ({
    mediaId,
    ...mediaPathsOf(store.path, path),
  }));
  if (links.length > 0) store.execute('relinkMedia', { links });
  return {
    relinked: wanted.filter(({ id }) => found.has(id)),
    stillMissing: wanted.filter(({ id }) => !found.has(id)),
    complete,
  };
}
