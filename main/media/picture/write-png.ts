// PNG files for reports.
import sharp from 'sharp';
import { writeWhole } from '../disk/part-file.ts';

/**
 * Writes `rgb` ([H, W, 3], sRGB) as a PNG; the file appears whole or not at all.
 * @throws AppError as `writeWhole`
 */
export async function writePng(
  path: string,
  rgb: Uint8Array,
  width: number,
  height: number,
): Promise<void> {
  const png = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 8 })
    .toBuffer();
  await writeWhole(path, png);
}

/**
 * As `writePng`, of one channel. // [H, W]
 * @throws AppError as `writeWhole`
 */
export async function writeGreyPng(
  path: string,
  grey: Uint8Array,
  width: number,
  height: number,
): Promise<void> {
  const png = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 8 })
    .toBuffer();
  await writeWhole(path, png);
}
