// The content of a file as one number, without holding the file in memory.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AppError } from '#core/errors/app-error.ts';
import { systemCode } from '../database/file-errors.ts';

export interface FileContent {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Streams a file through SHA-256. Throws AppError `file-not-found` or `file-unreadable`;
 * anything but a plain file is unreadable, so a pipe or a device never makes it wait.
 */
export async function hashFile(path: string, signal?: AbortSignal): Promise<FileContent> {
  try {
    if (!(await stat(path)).isFile()) throw unreadable(path, 'it is not a file');
    const hash = createHash('sha256');
    let bytes = 0;
    const stream = createReadStream(path, signal === undefined ? {} : { signal });
    for await (const part of stream as AsyncIterable<Buffer>) {
      hash.update(part);
      bytes += part.length;
    }
    return { sha256: hash.digest('hex'), bytes };
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new AppError({
        category: 'bad-input',
        code: 'file-not-found',
        message: `There is no file "${path}".`,
        hint: 'Check the path.',
        cause: error,
      });
    }
    if (error instanceof AppError || code === null || code === 'ABORT_ERR') throw error;
    throw unreadable(path, code, error);
  }
}

function unreadable(path: string, why: string, cause?: unknown): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'file-unreadable',
    message: `"${path}" could not be read (${why}).`,
    hint: 'Check the file and its permissions.',
    cause,
  });
}
