// Versions of chunks are kept for undo and for going back to a curve, up to so many bytes; the
// longest unused go first.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectStore } from '../project-store/project-store.ts';
import { CHUNK_FOLDER } from './film-renderer.ts';

/** What the chunks of a project may take on the disk: 2 GB. */
const CHUNK_BYTES_LIMIT = 2_000_000_000;

/**
 * Forgets chunks until the rest fits, then deletes every file that no chunk refers to. Nothing may
 * be rendered into the project meanwhile.
 * @param keptKeys chunks that a take or a job refers to; they stay, however many bytes they are
 */
export async function collectChunks(
  store: Pick<ProjectStore, 'journal' | 'dataFolder'>,
  keptKeys: ReadonlySet<string>,
  limitBytes = CHUNK_BYTES_LIMIT,
): Promise<void> {
  const records = store.journal.listByUse();
  // Several renders may share a chunk: it is on the disk once, and as old as its last use.
  const bytesOfKey = new Map<string, number>();
  for (const { key, bytes } of records) {
    bytesOfKey.delete(key);
    bytesOfKey.set(key, bytes ?? 0);
  }
  let total = [...bytesOfKey.values()].reduce((sum, bytes) => sum + bytes, 0);
  const gone: string[] = [];
  for (const [key, bytes] of [...bytesOfKey]) {
    if (total <= limitBytes) break;
    if (keptKeys.has(key)) continue;
    bytesOfKey.delete(key);
    total -= bytes;
    gone.push(key);
  }
  store.journal.remove(gone);
  const referred = new Set(
    records.filter(({ key }) => bytesOfKey.has(key)).map((record) => record.file),
  );
  for (const name of await readdir(join(store.dataFolder, CHUNK_FOLDER))) {
    const file = `${CHUNK_FOLDER}/${name}`;
    if (!referred.has(file)) await rm(join(store.dataFolder, file), { force: true });
  }
}
