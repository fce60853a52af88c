// Files of a browser's user, streamed to a staging folder. Whole or not at all.
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#core/errors/app-error.ts';
import { toWriteError } from '#main/media/disk/disk-error.ts';
import { ensureFolder } from '#main/media/disk/ensure-folder.ts';
import { partPathFor } from '#main/media/disk/part-file.ts';

export const UPLOAD_LIMIT_BYTES = 8 * 2 ** 30;

/**
 * @returns path of the received file
 * @throws AppError `upload-too-large`, `upload-broken`, `disk-full`, `output-not-writable`
 */
export async function receiveUpload(
  request: IncomingMessage,
  folder: string,
  limitBytes = UPLOAD_LIMIT_BYTES,
): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge();
  await ensureFolder(folder);
  const path = join(folder, randomUUID());
  const part = partPathFor(path);
  let bytes = 0;
  const meter = new Transform({
    transform(block: Buffer, _encoding, done) {
      bytes += block.length;
      if (bytes > limitBytes) done(tooLarge());
      else done(null, block);
    },
  });
  try {
    await pipeline(request, meter, createWriteStream(part, { flags: 'wx' }));
    await rename(part, path);
    return path;
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof AppError) throw error;
    if (request.readableAborted) throw broken();
    throw toWriteError(error, path);
  }
}

function tooLarge(): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'upload-too-large',
    message: 'The file is larger than 8 GB.',
    hint: 'Cut it, or start the desktop program, which reads files in place.',
  });
}

function broken(): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'upload-broken',
    message: 'The file did not arrive whole.',
    hint: 'Try it again.',
  });
}
