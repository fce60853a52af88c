// A matte says how much of a pixel belongs to a person.
import { loadPicture } from './load-picture.ts';

/**
 * Coverage at `width` x `height`, 0 outside to 255 inside: the alpha channel of a picture that has one,
 * else its luminance. // [H, W]
 * @throws AppError as `decodePicture`
 */
export async function decodeMatte(
  path: string,
  width: number,
  height: number,
): Promise<Uint8Array> {
  const picture = await loadPicture(path);
  const upright = picture.open().autoOrient();
  const grey = picture.metadata.hasAlpha ? upright.extractChannel('alpha') : upright.greyscale();
  try {
    const { data, info } = await grey
      .resize({ width, height, fit: 'fill' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels === 1) return new Uint8Array(data);
    return Uint8Array.from({ length: width * height }, (_, i) => data[i * info.channels]);
  } catch (error) {
    throw picture.damaged(error);
  }
}
