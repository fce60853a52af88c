// Searches a folder for moved or renamed media: by size first, then by content.
import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaRef } from '#core/project/document.ts';
import type { MediaId } from '#core/project/ids.ts';
import { hashFile } from './hash-file.ts';

/** The search ends here; a folder chosen by mistake must not take minutes. */
export interface SearchLimits {
  readonly depth: number;
  readonly files: number;
}
export const SEARCH_LIMITS: SearchLimits = { depth: 8, files: 100_000 };

export interface ContentSearch {
  readonly found: ReadonlyMap<MediaId, string>;
  /** False when a limit ended the search early. */
  readonly complete: boolean;
}

interface Walk {
  seen: number;
  complete: boolean;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(folder)) entries.push(entry);
  } catch {
    // A folder that may not be read holds nothing that could be used.
    return [];
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Plain files under a folder, in name order. Links to files count; links to folders are not followed. */
async function* filesUnder(
  folder: string,
  depth: number,
  limits: SearchLimits,
  walk: Walk,
): AsyncGenerator<{ path: string; bytes: number }> {
  const folders: string[] = [];
  for (const entry of await entriesOf(folder)) {
    if (++walk.seen > limits.files) {
      walk.complete = false;
      return;
    }
    const path = join(folder, entry.name);
    const facts = await stat(path).catch(() => null); // A dangling link is no file.
    if (facts === null) continue;
    if (facts.isFile()) yield { path, bytes: facts.size };
    else if (facts.isDirectory() && !entry.isSymbolicLink()) folders.push(path);
  }
  for (const path of folders) {
    if (depth === limits.depth) walk.complete = false;
    else yield* filesUnder(path, depth + 1, limits, walk);
  }
}

/** Finds files with the content of `wanted` under a folder; the first one in name order counts. */
export async function findByContent(
  folder: string,
  wanted: readonly MediaRef[],
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<ContentSearch> {
  const open = new Map(wanted.map((media) => [media.id, media]));
  const found = new Map<MediaId, string>();
  const walk: Walk = { seen: 0, complete: true };
  for await (const { path, bytes } of filesUnder(folder, 0, limits, walk)) {
    if (open.size === 0) break;
    const candidates = [...open.values()].filter((media) => media.bytes === bytes);
    if (candidates.length === 0) continue;
    const content = await hashFile(path).catch(() => null); // Unreadable: look on.
    for (const media of candidates) {
      if (content?.sha256 !== media.sha256) continue;
      found.set(media.id, path);
      open.delete(media.id);
    }
  }
  return { found, complete: walk.complete };
}
