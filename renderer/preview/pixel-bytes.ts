// Interleaved bytes with and without alpha.

/** Drops the alpha of four-byte pixels. // [H, W, 3|4] -> [H, W, 3] */
export function rgbOf(pixels: Uint8Array, pixelCount: number): Uint8Array {
  if (pixels.length === 3 * pixelCount) return pixels;
  if (pixels.length !== 4 * pixelCount) {
    throw new RangeError(`${pixels.length} bytes are no picture of ${pixelCount} pixels.`);
  }
  const rgb = new Uint8Array(3 * pixelCount);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    rgb[to] = pixels[from];
    rgb[to + 1] = pixels[from + 1];
    rgb[to + 2] = pixels[from + 2];
  }
  return rgb;
}
