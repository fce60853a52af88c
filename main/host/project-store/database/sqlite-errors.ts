// SQLite's codes as sentences for the user.
import Database from 'better-sqlite3';
import { AppError, type AppErrorFields } from '#core/errors/app-error.ts';

type Case = readonly [prefix: string, fields: (path: string) => Omit<AppErrorFields, 'cause'>];

const outOfDisk = (path: string): Omit<AppErrorFields, 'cause'> => ({
  category: 'out-of-disk',
  code: 'disk-full',
  message: `The disk is full, so "${path}" could not be written.`,
  hint: 'Free some space and try again; everything done before is kept.',
});

const CASES: readonly Case[] = [
  ['SQLITE_FULL', outOfDisk],
  // The index of the write-ahead log cannot grow: on Linux this means a full disk.
  ['SQLITE_IOERR_SHMSIZE', outOfDisk],
  [
    'SQLITE_IOERR',
    (path) => ({
      category: 'device-failed',
      code: 'project-io-failed',
      message: `The disk failed while "${path}" was read or written.`,
      hint: 'Check the disk or the network drive and open the project again.',
    }),
  ],
  ['SQLITE_NOTADB', (path) => notAProject(path, 'it is not a Parley project')],
  ['SQLITE_CORRUPT', (path) => damaged(path, 'its structure is broken')],
  [
    'SQLITE_CANTOPEN',
    (path) => ({
      category: 'bad-input',
      code: 'project-unreadable',
      message: `"${path}" could not be opened.`,
      hint: 'Check that the file and its folder may be read and written.',
    }),
  ],
  ['SQLITE_READONLY', (path) => unwritable(path)],
  ['SQLITE_PERM', (path) => unwritable(path)],
  [
    'SQLITE_BUSY',
    (path) => ({
      category: 'bad-input',
      code: 'project-busy',
      message: `"${path}" is being written by another program right now.`,
      hint: 'Try again in a moment.',
    }),
  ],
];

export function unwritable(path: string): Omit<AppErrorFields, 'cause'> {
  return {
    category: 'bad-input',
    code: 'project-unwritable',
    message: `"${path}" may not be written.`,
    hint: 'Change the permissions, or copy the project to a folder of your own.',
  };
}

export function damaged(path: string, why: string): Omit<AppErrorFields, 'cause'> {
  return {
    category: 'bad-input',
    code: 'project-damaged',
    message: `The project "${path}" is damaged: ${why}.`,
    hint: 'Open a backup copy of the project.',
  };
}

export function notAProject(path: string, why: string): Omit<AppErrorFields, 'cause'> {
  return {
    category: 'bad-input',
    code: 'not-a-project',
    message: `"${path}" cannot be opened: ${why}.`,
    hint: 'Choose a file that "parley new" has made.',
  };
}

/** The AppError for an expected SQLite failure; anything else comes back as it is. */
export function explainSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const found = CASES.find(([prefix]) => error.code.startsWith(prefix));
  return found === undefined ? error : new AppError({ ...found[1](path), cause: error });
}

/** Runs `work` and turns expected SQLite failures into AppErrors. */
export function explained<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}
