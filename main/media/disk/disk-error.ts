// Errors of the file system, told as one sentence each.
import { AppError } from '#core/errors/app-error.ts';
import { displayName } from './display-name.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS']);
const NO_SUCH_PLACE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

export function outOfDiskError(path: string, cause: unknown): AppError {
  return new AppError({
    category: 'out-of-disk',
    code: 'disk-full',
    message: `The disk became full while ${displayName(path)} was being written.`,
    hint: 'Free some space or choose another disk, then run the same command again; finished work is kept.',
    cause,
  });
}

/** What to throw when writing `path` failed with `error`; an AppError or an unknown error passes as it is. */
export function toWriteError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const code = errorCode(error);
  if (FULL.has(code)) return outOfDiskError(path, error);
  if (NOT_ALLOWED.has(code)) {
    return new AppError({
      category: 'bad-input',
      code: 'output-not-writable',
      message: `${displayName(path)} cannot be written because the folder or file is write-protected.`,
      hint: 'Choose a folder that you may write to.',
      cause: error,
    });
  }
  if (NO_SUCH_PLACE.has(code)) {
    return new AppError({
      category: 'bad-input',
      code: 'output-folder-missing',
      message: `${displayName(path)} cannot be written because its folder does not exist or its name is not a file name.`,
      hint: 'Create the folder or choose another name.',
      cause: error,
    });
  }
  return error;
}
