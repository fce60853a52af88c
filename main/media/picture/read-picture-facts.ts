// What can be said of a picture without decoding it.
import { loadPicture } from './load-picture.ts';
import type { PictureFormat } from './sniff-format.ts';

export interface PictureFacts {
  /** Pixels as seen: after the EXIF rotation. */
  readonly width: number;
  readonly height: number;
  readonly format: PictureFormat;
  readonly hasAlpha: boolean;
  /** EXIF orientation as stored, 1..8; 1 when there is none. */
  readonly orientation: number;
}

/** @throws AppError as `loadPicture` */
export async function readPictureFacts(path: string): Promise<PictureFacts> {
  const { format, metadata } = await loadPicture(path);
  const orientation = metadata.orientation ?? 1;
  const isTurned = orientation >= 5;
  return {
    width: isTurned ? metadata.height : metadata.width,
    height: isTurned ? metadata.width : metadata.height,
    format,
    hasAlpha: metadata.hasAlpha,
    orientation,
  };
}
