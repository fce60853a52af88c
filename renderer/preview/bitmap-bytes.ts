// Bytes of decoded pictures at film size.

import { rgbOf } from './pixel-bytes.ts';

/** A decoded picture, or its bytes at film size. // [H, W, 3|4], mattes [H, W] */
export type PreviewPixels = ImageBitmap | Uint8Array;

/** Seen behind transparent pixels, in films too. */
const BACKDROP = 'rgb(128 128 128)';

/** // [H, W, 3] */
export function rgbBytes(pixels: PreviewPixels, width: number, height: number): Uint8Array {
  const bytes = pixels instanceof Uint8Array ? pixels : drawnBytes(pixels, width, height, BACKDROP);
  return rgbOf(bytes, width * height);
}

/** Coverage: the alpha of a picture that has any, else its grey. // [H, W] */
export function matteBytes(pixels: PreviewPixels, width: number, height: number): Uint8Array {
  if (pixels instanceof Uint8Array) return pixels;
  const rgba = drawnBytes(pixels, width, height, null);
  const channel = hasAlpha(rgba) ? 3 : 1;
  return Uint8Array.from({ length: width * height }, (_, i) => rgba[4 * i + channel]);
}

function hasAlpha(rgba: Uint8Array): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 255) return true;
  return false;
}

/** // [H, W, 4] */
function drawnBytes(
  bitmap: ImageBitmap,
  width: number,
  height: number,
  backdrop: string | null,
): Uint8Array {
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) throw new Error('No 2D canvas.');
  if (backdrop !== null) {
    context.fillStyle = backdrop;
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return new Uint8Array(context.getImageData(0, 0, width, height).data.buffer);
}
