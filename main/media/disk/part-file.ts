// Nothing half-written: a file is written beside its place, synced, then renamed into it.
import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { toWriteError } from './disk-error.ts';

const PART = /^\.parley-(\d+)-[0-9a-f]{12}\.part$/;

/**
 * A temporary path in the folder of `finalPath`. Its name is short and plain whatever the final name
 * is, and carries the process id so that leftovers of a dead process can be told from live ones.
 */
export function partPathFor(finalPath: string): string {
  return join(dirname(finalPath), `.parley-${process.pid}-${randomBytes(6).toString('hex')}.part`);
}

/**
 * Creates the empty temporary file for `finalPath`, so that a folder that cannot be written to is known
 * before any work is done.
 * @throws AppError `disk-full`, `output-not-writable`, `output-folder-missing`
 */
export async function createPart(finalPath: string): Promise<string> {
  const partPath = partPathFor(finalPath);
  try {
    await (await open(partPath, 'wx')).close();
  } catch (error) {
    throw toWriteError(error, finalPath);
  }
  return partPath;
}

/**
 * Makes `partPath` the file `finalPath`: fsync, rename, fsync of the folder.
 * @throws AppError `disk-full`, `output-not-writable`, `output-folder-missing`
 */
export async function commitPart(partPath: string, finalPath: string): Promise<void> {
  try {
    const file = await open(partPath, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partPath, finalPath);
    await syncFolder(dirname(finalPath));
  } catch (error) {
    await discardPart(partPath);
    throw toWriteError(error, finalPath);
  }
}

export async function discardPart(partPath: string): Promise<void> {
  await rm(partPath, { force: true });
}

/** Writes `bytes` as the whole new content of `finalPath`. */
export async function writeWhole(finalPath: string, bytes: Uint8Array): Promise<void> {
  const partPath = await createPart(finalPath);
  try {
    await writeFile(partPath, bytes);
  } catch (error) {
    await discardPart(partPath);
    throw toWriteError(error, finalPath);
  }
  await commitPart(partPath, finalPath);
}

/** Deletes the temporary files in `folder` whose process is gone. Returns how many. */
export async function removeStaleParts(folder: string): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    const owner = PART.exec(basename(name))?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await discardPart(join(folder, name));
    removed++;
  }
  return removed;
}

/** Whether a process of this machine lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its rename is journalled by NTFS.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
