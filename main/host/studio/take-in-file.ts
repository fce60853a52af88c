// A file that the user has handed over becomes one that a project may refer to: an upload moves beside
// the project, a file of the user's own stays where it is.
import { copyFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extname, join, parse } from 'node:path';
import { errorCode, toWriteError } from '#main/media/disk/disk-error.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { importsFolder } from '../project-store/media-links/media-paths.ts';
import type { GivenFile } from './file-tokens.ts';

/** @returns where the file lies now. Throws AppError `disk-full`, `output-not-writable` */
export async function takeInFile(file: GivenFile, projectPath: string): Promise<string> {
  if (!file.isUpload || !existsSync(file.path)) return file.path;
  const folder = importsFolder(projectPath);
  await ensureFolder(folder);
  const target = freePath(folder, file.name);
  try {
    await rename(file.path, target);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw toWriteError(error, target);
    await copyFile(file.path, target).catch((reason: unknown) => {
      throw toWriteError(reason, target);
    });
    await rm(file.path, { force: true });
  }
  return target;
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
