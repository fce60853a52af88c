// Makes a folder and its parents one by one: Node's recursive mkdir never returns below /proc.

import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { errorCode, toWriteError } from './disk-error.ts';
import { displayName } from './display-name.ts';

/** @throws AppError `output-not-writable`, `output-folder-missing`, `disk-full` */
export async function ensureFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await ensureFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST' || !(await isFolder(path))) throw notAFolder(path, error);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function notAFolder(path: string, error: unknown): unknown {
  if (errorCode(error) !== 'EEXIST') return toWriteError(error, path);
  return new AppError({
    category: 'bad-input',
    code: 'output-is-a-file',
    message: `${displayName(path)} is a file, so nothing can be put into it.`,
    hint: 'Choose a folder.',
  });
}
