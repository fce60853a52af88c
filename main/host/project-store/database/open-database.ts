// Opens the SQLite file of a project, for writing or for reading only.
import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '#core/errors/app-error.ts';
import { checkDatabase } from './check-database.ts';
import { explained } from './sqlite-errors.ts';
import { NEWEST_VERSION } from '../migrations/migrations.ts';

/** How long a connection waits for another one, in milliseconds. */
const BUSY_MS = 5000;

/** A connection that may write. Nothing is changed yet but the journal mode. */
export function openForWriting(path: string): Database.Database {
  return explained(path, () => {
    const database = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
    try {
      checkDatabase(database, path);
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * The file as it lies on a disk that may not be written: SQLite wants to make files beside a
 * database with a write-ahead log, so the copy in memory says that it has none.
 */
function openCopy(path: string): Database.Database {
  const bytes = readFileSync(path);
  const ROLLBACK_JOURNAL = 1;
  bytes[18] = ROLLBACK_JOURNAL;
  bytes[19] = ROLLBACK_JOURNAL;
  return new Database(bytes, { readonly: true });
}

function openReadOnlyFile(path: string): Database.Database {
  const database = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
  try {
    database.pragma('schema_version');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** True for failures to make the files beside the database, not for a damaged database. */
function isAboutTheFolder(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    /^SQLITE_(CANTOPEN|READONLY|IOERR_SHM)/.test(error.code)
  );
}

/** An empty log says nothing that the file does not say. */
const hasLog = (path: string): boolean =>
  (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** A connection that reads only. Throws AppError `project-needs-upgrade` for an older version. */
export function openForReading(path: string): Database.Database {
  return explained(path, () => {
    let database: Database.Database;
    try {
      database = openReadOnlyFile(path);
    } catch (error) {
      if (!isAboutTheFolder(error) || hasLog(path)) throw error;
      database = openCopy(path);
    }
    try {
      if (checkDatabase(database, path) < NEWEST_VERSION) {
        throw new AppError({
          category: 'bad-input',
          code: 'project-needs-upgrade',
          message: `"${path}" was made by an older Parley and can only be opened for writing.`,
          hint: 'Close it elsewhere and open it once where it may be written.',
        });
      }
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * Moves the log into the file. With an empty log the project is one file, and a log that breaks
 * takes nothing back that was acknowledged. While somebody reads, the log stays: nothing waits.
 */
export function emptyLog(database: Database.Database): void {
  database.pragma('busy_timeout = 0');
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // The disk is full or failing. What was committed is safe in the log, and the next commit
    // reports the disk; an error here would deny a command that is done.
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    database.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}
