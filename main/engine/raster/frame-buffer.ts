// Pixels as 32-bit integers: red, green, blue, alpha from the low byte up, so that two channels
// are interpolated in one multiplication.

import type { RgbPicture } from '#core/mesh/puppet.ts';

export interface FrameBuffer {
  readonly width: number;
  readonly height: number;
  /** Pixels between rows. */
  readonly stride: number;
  /** // [H, stride] */
  readonly pixels: Int32Array;
}

/** Rectangle of whole pixels; right and bottom exclusive. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Columns and rows repeated after the last one, so that bilinear reads need no border test. */
export const PADDING = 2;

export function createFrameBuffer(width: number, height: number): FrameBuffer {
  const stride = width + PADDING;
  return { width, height, stride, pixels: new Int32Array(stride * (height + PADDING)) };
}

export function packPixel(red: number, green: number, blue: number, alpha: number): number {
  return red | (green << 8) | (blue << 16) | (alpha << 24);
}

/** Repeats the last column and row into the padding. */
export function padBorder(buffer: FrameBuffer): void {
  const { width, height, stride, pixels } = buffer;
  for (let y = 0; y < height; y++) {
    pixels.fill(pixels[y * stride + width - 1], y * stride + width, (y + 1) * stride);
  }
  const lastRow = pixels.subarray((height - 1) * stride, height * stride);
  for (let y = height; y < height + PADDING; y++) pixels.set(lastRow, y * stride);
}

/** The picture with full alpha. */
export function bufferFromPicture(picture: RgbPicture): FrameBuffer {
  const buffer = createFrameBuffer(picture.width, picture.height);
  const { data } = picture;
  for (let y = 0; y < picture.height; y++) {
    let from = y * picture.width * 3;
    let to = y * buffer.stride;
    for (let x = 0; x < picture.width; x++, from += 3, to++) {
      buffer.pixels[to] = packPixel(data[from], data[from + 1], data[from + 2], 255);
    }
  }
  padBorder(buffer);
  return buffer;
}
