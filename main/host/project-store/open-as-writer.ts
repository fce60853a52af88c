// The way to become the writer of a project, or to learn who is.
import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '#core/errors/app-error.ts';
import { explainWriteError } from './database/file-errors.ts';
import { openForWriting } from './database/open-database.ts';
import { explained } from './database/sqlite-errors.ts';
import { WriterLock, type Clock, type LockHolder, type Opener } from './lock/writer-lock.ts';
import { migrate } from './migrations/migrations.ts';

export type WriterOutcome =
  | { readonly database: Database; readonly lock: WriterLock }
  | { readonly holder: LockHolder }
  | 'not-writable';

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    // Any reason why not is answered by opening for reading.
    return false;
  }
}

/** Takes the writer lock inside a write transaction, which only one process can hold. */
function lockInside(database: Database, path: string, opener: Opener, clock: Clock) {
  return database.transaction(() => WriterLock.acquire(path, opener, clock)).immediate();
}

/** Throws AppErrors of opening; never for a project that another one holds. */
export function openAsWriter(path: string, opener: Opener, clock: Clock): WriterOutcome {
  if (!mayWrite(path)) return 'not-writable';
  let database: Database | null = null;
  let outcome: WriterLock | LockHolder | null = null;
  try {
    const opened = openForWriting(path);
    database = opened;
    outcome = explained(path, () => lockInside(opened, path, opener, clock));
    if (outcome instanceof WriterLock) {
      explained(path, () => migrate(opened));
      return { database: opened, lock: outcome };
    }
    opened.close();
    return { holder: outcome };
  } catch (error) {
    database?.close();
    if (outcome instanceof WriterLock) outcome.release();
    if (error instanceof AppError && error.code === 'project-unwritable') return 'not-writable';
    throw explainWriteError(error, path);
  }
}
