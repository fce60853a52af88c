// Makes a project file whole or not at all: it is built under another name and then linked into place.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#core/errors/app-error.ts';
import { explainWriteError, systemCode } from './database/file-errors.ts';
import { APPLICATION_ID } from './database/inspect-file.ts';
import { explained } from './database/sqlite-errors.ts';
import { lockPathOf } from './lock/writer-lock.ts';
import { migrate } from './migrations/migrations.ts';

/** Fills the new database; a throw leaves nothing behind. */
export type FillDatabase = (database: Database.Database) => void;

function build(path: string, fill: FillDatabase): void {
  const database = new Database(path);
  try {
    database.pragma('journal_mode = DELETE');
    database.pragma('synchronous = FULL');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database);
    database.transaction(fill).immediate(database);
  } finally {
    database.close();
  }
}

function projectExists(path: string, cause?: unknown): AppError {
  return new AppError({
    category: 'usage',
    code: 'project-exists',
    message: `"${path}" exists already.`,
    hint: 'Choose another name, or delete it first.',
    cause,
  });
}

/** Gives the finished file its name, never over an existing one. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
    rmSync(draft);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') throw projectExists(path, error);
    // Some file systems (exFAT, some network drives) have no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
    if (existsSync(path)) throw projectExists(path, error);
    renameSync(draft, path);
  }
  syncFolder(dirname(path));
}

/** Makes the new name durable. Windows keeps names by itself and cannot open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A dead project's log would be played into the new one; a killed `new` leaves its draft. */
function removeLeftovers(path: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  rmSync(lockPathOf(path), { force: true });
  const drafts = draftPrefix(path);
  for (const name of readdirSync(dirname(path))) {
    const pid = name.startsWith(drafts) ? Number.parseInt(name.slice(drafts.length), 10) : NaN;
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(dirname(path), name), { force: true });
  }
}

const draftPrefix = (path: string): string => `.${basename(path)}.new-`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/**
 * Creates the file of a project. Throws AppError `project-exists`, `folder-missing`,
 * `project-unwritable`, `disk-full`, and whatever `fill` throws.
 */
export function createProjectFile(path: string, fill: FillDatabase): void {
  const draft = join(
    dirname(path),
    `${draftPrefix(path)}${process.pid}-${randomUUID().slice(0, 8)}`,
  );
  try {
    if (existsSync(path)) throw projectExists(path);
    removeLeftovers(path);
    explained(path, () => {
      // SQLite only says "cannot open"; the file system says why.
      closeSync(openSync(draft, 'wx'));
      build(draft, fill);
    });
    publish(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    rmSync(`${draft}-journal`, { force: true });
    throw explainWriteError(error, path);
  }
}
