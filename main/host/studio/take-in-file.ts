// A file that the user has handed over becomes one that a project may refer to: an upload moves beside
// the project, a file of the user's own stays where it is.
import { copyFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extname, join, parse } from 'node:path';
import type { FileToken } from '#core/contract/project-types.ts';
import { errorCode, toWriteError } from '#main/media/disk/disk-error.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { importsFolder } from '../project-store/media-links/media-paths.ts';
import type { FileTokens } from './file-tokens.ts';

/**
 * Uses the file of a token for a project. When `use` fails, an upload is back where it was, so that
 * nothing of a refused file stays in the project and the token can be used again.
 * @param use gets where the file lies, and its name as the user knows it
 * @throws AppError `no-such-file`, `disk-full`, `output-not-writable`, and what `use` throws
 */
export async function takeInFile<T>(
  files: FileTokens,
  token: FileToken,
  projectPath: string,
  use: (path: string, name: string) => Promise<T>,
): Promise<T> {
  const { path, name, isUpload } = files.get(token);
  if (!isUpload) return use(path, name);
  const folder = importsFolder(projectPath);
  await ensureFolder(folder);
  const target = freePath(folder, name);
  await moveFile(path, target);
  try {
    const result = await use(target, name);
    files.place(token, target);
    return result;
  } catch (error) {
    await moveFile(target, path);
    throw error;
  }
}

/** Also from disk to disk. Throws AppError `disk-full`, `output-not-writable` */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw toWriteError(error, to);
    await copyFile(from, to).catch(async (reason: unknown) => {
      await rm(to, { force: true });
      throw toWriteError(reason, to);
    });
    await rm(from, { force: true });
  }
}

/** A plain file name on every system. */
export function plainFileName(name: string): string {
  const { name: stem, ext } = parse(name.normalize('NFC'));
  const plain = stem
    .replace(/[\u0000-\u001f\u007f-\u009f/\\:*?"<>|]/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim();
  const extension = /^\.[A-Za-z0-9]{1,8}$/.test(ext) ? ext.toLowerCase() : '';
  return `${plain === '' ? 'file' : plain}${extension}`;
}

/** `name`, or `name 2`, `name 3`... when it is taken. */
export function freePath(folder: string, name: string): string {
  const plain = plainFileName(name);
  const extension = extname(plain);
  const stem = plain.slice(0, plain.length - extension.length);
  for (let count = 1; ; count++) {
    const path = join(folder, `${stem}${count === 1 ? '' : ` ${count}`}${extension}`);
    if (!existsSync(path) && !existsSync(`${path}-data`)) return path;
  }
}
