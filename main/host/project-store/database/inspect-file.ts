// Looks at a file before SQLite does: most of what people drop by mistake ends here.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import { systemCode } from './file-errors.ts';
import { damaged, notAProject } from './sqlite-errors.ts';

/** "Prly", at byte 68 of the file: SQLite's place for the id of an application. */
export const APPLICATION_ID = 0x50726c79;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function refuseUnreadable(error: unknown, path: string): never {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    throw new AppError({
      category: 'bad-input',
      code: 'project-not-found',
      message: `There is no project "${path}".`,
      hint: 'Check the path, or make a project with "parley new".',
      cause: error,
    });
  }
  if (code === null) throw error;
  throw new AppError({
    category: 'bad-input',
    code: 'project-unreadable',
    message: `"${path}" may not be read (${code}).`,
    hint: 'Check the permissions of the file and of its folder.',
    cause: error,
  });
}

/**
 * Throws AppError `project-not-found`, `project-unreadable`, `not-a-project` or `project-damaged`
 * unless the file says that it is a Parley project.
 */
export function inspectProjectFile(path: string): void {
  const refuse = (why: string): never => {
    throw new AppError(notAProject(path, why));
  };
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) refuse('it is a folder');
    if (!facts.isFile()) refuse('it is not a file');
    if (facts.size === 0) refuse('it is empty');
    const header = readHeader(path);
    if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
      refuse('it is not a Parley project');
    }
    if (header.readUInt32BE(68) !== APPLICATION_ID) refuse('it is a database of another program');
    // Bytes 18 and 19: 1 is a rollback journal, 2 a log. SQLite would call another number read-only.
    if (![1, 2].includes(header[18]) || header[18] !== header[19]) {
      throw new AppError(damaged(path, 'its header is broken'));
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    refuseUnreadable(error, path);
  }
}
