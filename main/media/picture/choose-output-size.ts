// The size of the film from the size of the picture. Pure.

export type PixelSize = readonly [width: number, height: number];

/** A draft at 1280x720-class area: about what two cores render in real time. */
const DEFAULT_AREA = 1280 * 720;
const LARGEST_SIDE = 4096;
const SMALLEST_SIDE = 64;
/** Enlarging more than this shows nothing but blur. */
const LARGEST_UPSCALE = 2;

/**
 * Even width and height (H.264 4:2:0 needs them) for a film of a `sourceWidth` x `sourceHeight` picture.
 *
 * - Nothing wanted: the source's own size, scaled down with its aspect to the area of 1280x720 when it
 *   is larger. Never enlarged, except that neither side falls below 64.
 * - Wanted: the largest size of the source's aspect inside the wanted box, enlarged at most two times
 *   and at most 4096 a side. The box is a limit, not a crop: the picture is never distorted or cut.
 *
 * Rounding to even changes the aspect by less than one pixel a side.
 * @throws RangeError for sides that are not positive
 */
export function chooseOutputSize(
  sourceWidth: number,
  sourceHeight: number,
  wanted?: PixelSize,
): PixelSize {
  if (!(sourceWidth > 0 && sourceHeight > 0)) {
    throw new RangeError(`A picture of ${sourceWidth} x ${sourceHeight} has no film size.`);
  }
  if (wanted !== undefined && !(wanted[0] > 0 && wanted[1] > 0)) {
    throw new RangeError(`${wanted[0]} x ${wanted[1]} is no film size.`);
  }
  const asked =
    wanted === undefined
      ? Math.min(1, Math.sqrt(DEFAULT_AREA / (sourceWidth * sourceHeight)))
      : Math.min(LARGEST_UPSCALE, wanted[0] / sourceWidth, wanted[1] / sourceHeight);
  const scale = Math.min(asked, LARGEST_SIDE / Math.max(sourceWidth, sourceHeight));
  return [toEven(sourceWidth * scale), toEven(sourceHeight * scale)];
}

function toEven(side: number): number {
  return Math.max(SMALLEST_SIDE, Math.round(side / 2) * 2);
}
