// A square cut from a picture as a PNG; what lies outside the picture is left out, never stretched.
import { writeWhole } from '../disk/part-file.ts';
import { loadPicture } from './load-picture.ts';

/**
 * @param square left, top and side in pixels of the upright picture; null: as much as fits in its middle
 * @throws AppError as `loadPicture`; `picture-damaged`
 */
export async function cutSquare(
  path: string,
  outPath: string,
  square: readonly [left: number, top: number, side: number] | null,
  px: number,
): Promise<void> {
  const picture = await loadPicture(path);
  const { autoOrient } = picture.metadata;
  const { width, height } = autoOrient;
  const longest = Math.min(width, height);
  const side = Math.max(1, Math.min(longest, Math.round(square?.[2] ?? longest)));
  const within = (at: number, size: number): number =>
    Math.max(0, Math.min(size - side, Math.round(at)));
  const left = within(square?.[0] ?? (width - side) / 2, width);
  const top = within(square?.[1] ?? (height - side) / 2, height);
  try {
    const png = await picture
      .open()
      .autoOrient()
      .extract({ left, top, width: side, height: side })
      .resize(px, px)
      .flatten({ background: '#808080' })
      .toColourspace('srgb')
      .png()
      .toBuffer();
    await writeWhole(outPath, png);
  } catch (error) {
    throw picture.damaged(error);
  }
}
