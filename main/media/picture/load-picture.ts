// A picture file becomes bytes only after its size and format are known to be acceptable.
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { AppError } from '#core/errors/app-error.ts';
import { displayName } from '../disk/display-name.ts';
import { checkInputFile } from '../disk/input-file.ts';
import { sniffPictureFormat } from './sniff-format.ts';
import type { PictureFormat } from './sniff-format.ts';

/** 16 000 x 10 000: above any camera, below what exhausts memory (480 MB as RGB). */
export const PIXEL_LIMIT = 160_000_000;
const BYTE_LIMIT = 512 * 1024 * 1024;

export interface LoadedPicture {
  readonly format: PictureFormat;
  readonly metadata: Metadata;
  /** A fresh pipeline over the bytes; the first frame of an animation. */
  open(): Sharp;
  /** The error to throw when decoding fails half-way. */
  damaged(cause: unknown): AppError;
}

function badPicture(
  path: string,
  code: string,
  reason: string,
  hint: string,
  cause?: unknown,
): AppError {
  return new AppError({
    category: 'bad-input',
    code,
    message: `The picture ${displayName(path)} ${reason}.`,
    hint,
    cause,
  });
}

/**
 * Reads and checks a picture. Nothing is decoded yet.
 * @throws AppError those of `checkInputFile`, `picture-not-a-picture`, `picture-format-unsupported`,
 * `picture-too-large`, `picture-damaged`
 */
export async function loadPicture(path: string): Promise<LoadedPicture> {
  const size = await checkInputFile(path, 'picture');
  if (size > BYTE_LIMIT) {
    throw badPicture(path, 'picture-too-large', 'is larger than 512 MB', 'Save it smaller.');
  }
  const bytes = await readFile(path);
  const format = sniffPictureFormat(bytes);
  if (format === null) {
    throw badPicture(
      path,
      'picture-not-a-picture',
      'does not contain a picture, whatever its name says',
      'Choose a PNG, JPEG, WebP, AVIF or GIF file.',
    );
  }
  if (format === 'svg' || format === 'heic' || format === 'other') {
    throw badPicture(
      path,
      'picture-format-unsupported',
      'has a format that Parley does not read',
      'Save it as PNG, JPEG, WebP or AVIF.',
    );
  }
  const damaged = (cause: unknown): AppError =>
    badPicture(path, 'picture-damaged', 'is damaged or cut off', 'Copy or export it again.', cause);
  let metadata: Metadata;
  try {
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw damaged(error);
  }
  if (metadata.width * metadata.height > PIXEL_LIMIT) {
    throw badPicture(
      path,
      'picture-too-large',
      `has ${metadata.width} x ${metadata.height} pixels, more than the ${PIXEL_LIMIT / 1e6} million that Parley opens`,
      'Save it smaller; 4000 pixels across are plenty.',
    );
  }
  return {
    format,
    metadata,
    open: () => sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' }),
    damaged,
  };
}
