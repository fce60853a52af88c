// Where the plate of a face hangs: under it, else over it, never outside the picture.
import type { Box, FaceAnalysis } from '#core/people/face-analysis.ts';
import type { PictureSpace } from '../picture-space.ts';

export const PLATE_HEIGHT_PX = 22;
const GAP_PX = 6;
/** Room that a plate needs at the least. */
const LEAST_WIDTH_PX = 120;

/** The box of a face reaches from brow to chin; brackets go around the head. */
export function frameOfFace({ box: [x, y, width, height] }: FaceAnalysis): Box {
  return [x - 0.14 * width, y - 0.2 * height, 1.28 * width, 1.28 * height];
}

export function placePlate(
  box: Box,
  space: PictureSpace,
): { readonly x: number; readonly y: number } {
  const [left, top, , height] = box.map((value) => value * space.scale);
  const under = top + height + GAP_PX;
  const over = top - GAP_PX - PLATE_HEIGHT_PX;
  const fitsUnder = under + PLATE_HEIGHT_PX <= space.height;
  const y = fitsUnder ? under : over >= 0 ? over : space.height - PLATE_HEIGHT_PX;
  return { x: Math.max(0, Math.min(left, space.width - LEAST_WIDTH_PX)), y };
}
