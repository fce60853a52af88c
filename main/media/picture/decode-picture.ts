// Any picture a browser opens, as upright 8-bit sRGB.
import { loadPicture } from './load-picture.ts';

export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  /** sRGB // [H, W, 3] */
  readonly data: Uint8Array;
}

export interface DecodeSize {
  readonly width?: number;
  readonly height?: number;
  /**
   * `fill` ignores the aspect, `cover` keeps it and cuts the overhang equally on both sides, `inside`
   * keeps it and may give less than asked on one side. Only with width and height; default `fill`.
   */
  readonly fit?: 'fill' | 'cover' | 'inside';
}

/** Seen behind transparent pixels: a neutral studio grey. */
const BACKDROP = { r: 128, g: 128, b: 128 };

/**
 * Decodes, turns upright, converts to sRGB, lays alpha over grey, then resizes (Lanczos) when asked;
 * with one of width and height the other follows the aspect.
 * @throws AppError as `loadPicture`; `picture-damaged` when the pixels end early
 */
export async function decodePicture(path: string, size: DecodeSize = {}): Promise<RgbPicture> {
  const picture = await loadPicture(path);
  const { width, height, fit = 'fill' } = size;
  let pipeline = picture.open().autoOrient().flatten({ background: BACKDROP });
  if (width !== undefined && height !== undefined)
    pipeline = pipeline.resize(width, height, { fit });
  else if (width !== undefined) pipeline = pipeline.resize({ width });
  else if (height !== undefined) pipeline = pipeline.resize({ height });
  try {
    const { data, info } = await pipeline
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const rgb = info.channels === 3 ? new Uint8Array(data) : greyToRgb(data, info.channels);
    return { width: info.width, height: info.height, data: rgb };
  } catch (error) {
    throw picture.damaged(error);
  }
}

function greyToRgb(data: Uint8Array, channels: number): Uint8Array {
  const pixels = data.length / channels;
  const rgb = new Uint8Array(pixels * 3);
  for (let i = 0; i < pixels; i++) rgb.fill(data[i * channels], i * 3, i * 3 + 3);
  return rgb;
}
