// Failures of the file system around a project, as sentences for the user.
import { AppError } from '#core/errors/app-error.ts';
import { unwritable } from './sqlite-errors.ts';

/** The `code` of a Node system error, or null. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The AppError for an expected failure of writing `path`; anything else comes back as it is. */
export function explainWriteError(error: unknown, path: string): unknown {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError({
        category: 'out-of-disk',
        code: 'disk-full',
        message: `The disk is full, so "${path}" could not be written.`,
        hint: 'Free some space and try again; everything done before is kept.',
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError({ ...unwritable(path), cause: error });
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError({
        category: 'bad-input',
        code: 'folder-missing',
        message: `The folder of "${path}" does not exist.`,
        hint: 'Make the folder first, or choose another place.',
        cause: error,
      });
    case 'ENAMETOOLONG':
      return new AppError({
        category: 'bad-input',
        code: 'name-too-long',
        message: `The name of "${path}" is too long for this disk.`,
        hint: 'Choose a shorter name.',
        cause: error,
      });
    case 'EEXIST':
      return new AppError({
        category: 'bad-input',
        code: 'path-taken',
        message: `Something else lies where "${path}" should be written.`,
        hint: 'Move it away, or choose another name.',
        cause: error,
      });
    case null:
    default:
      return error;
  }
}
