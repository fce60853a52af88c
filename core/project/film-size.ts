// The size of a film when nobody has chosen one.
import type { PictureFacts } from './document.ts';
import { LIMITS } from './limits.ts';

const LONG_SIDE_PX = 1920;

/** The picture's own size, at most 1920 pixels along its long side, in even pixels. */
export function defaultFilmSize({ width, height }: PictureFacts): [width: number, height: number] {
  const scale = Math.min(1, LONG_SIDE_PX / Math.max(width, height));
  const even = (side: number): number =>
    Math.max(LIMITS.minSide, 2 * Math.floor((side * scale) / 2 + 1e-9));
  return [even(width), even(height)];
}
