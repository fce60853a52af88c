// Whatever a user drops: is it a file that can be read at all?
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { AppError } from '#core/errors/app-error.ts';
import { errorCode } from './disk-error.ts';
import { displayName } from './display-name.ts';

/** The word for the file in sentences. */
export type InputNoun = 'picture' | 'recording' | 'film' | 'file';

/**
 * Checks that `path` is a readable, regular file with content. Never opens a FIFO or a device, which
 * could block for ever. Returns its size in bytes.
 * @throws AppError `file-missing`, `file-unreadable`, `file-is-folder`, `file-is-special`, `file-empty`
 */
export async function checkInputFile(path: string, noun: InputNoun): Promise<number> {
  const fail = (code: string, reason: string, hint: string, cause?: unknown): AppError =>
    new AppError({
      category: 'bad-input',
      code,
      message: `The ${noun} ${displayName(path)} ${reason}.`,
      hint,
      cause,
    });
  if (path.includes('\0')) {
    throw fail('file-missing', 'cannot exist because its name holds a NUL', 'Check the path.');
  }
  let facts;
  try {
    facts = await stat(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw fail('file-missing', 'does not exist', 'Check the path.', error);
    }
    if (code === 'ENAMETOOLONG') {
      throw fail(
        'file-missing',
        'cannot exist because its name is too long',
        'Check the path.',
        error,
      );
    }
    throw fail('file-unreadable', 'cannot be read', 'Check its permissions.', error);
  }
  if (facts.isDirectory()) {
    throw fail('file-is-folder', 'is a folder, not a file', `Choose the ${noun} inside it.`);
  }
  if (!facts.isFile()) {
    throw fail(
      'file-is-special',
      'is a device or pipe, not a file',
      `Save the ${noun} as a file first.`,
    );
  }
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    throw fail('file-unreadable', 'cannot be read', 'Check its permissions.', error);
  }
  if (facts.size === 0) {
    throw fail('file-empty', 'is empty', 'Save or copy it again.');
  }
  return facts.size;
}
