// The part of a film's frame that shows one person from nose to chin.
import type { FaceAnalysis } from '#core/people/face-analysis.ts';

export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = readonly [width: number, height: number];

const UPPER_LIP = 13;
const LOWER_LIP = 14;
/** Of the face's box. */
const WIDTH_SHARE = 0.8;
/** The mouth lies this far down in the crop. */
const MOUTH_SHARE = 0.58;

/** @param pictureSize of the source, in whose pixels the face is told; @param aspect width over height */
export function mouthCrop(
  { box, landmarks }: Pick<FaceAnalysis, 'box' | 'landmarks'>,
  pictureSize: Size,
  filmSize: Size,
  aspect: number,
): Crop {
  const [scaleX, scaleY] = [filmSize[0] / pictureSize[0], filmSize[1] / pictureSize[1]];
  const middle = (axis: 0 | 1): number =>
    (landmarks[3 * UPPER_LIP + axis] + landmarks[3 * LOWER_LIP + axis]) / 2;
  const width = Math.min(WIDTH_SHARE * box[2] * scaleX, filmSize[0], filmSize[1] * aspect);
  const height = width / aspect;
  return {
    x: clamp(middle(0) * scaleX - width / 2, filmSize[0] - width),
    y: clamp(middle(1) * scaleY - MOUTH_SHARE * height, filmSize[1] - height),
    width,
    height,
  };
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
