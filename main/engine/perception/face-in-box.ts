// A face where the user has drawn one: looked for closely, in and around the box.
import { AppError } from '#core/errors/app-error.ts';
import type { Box, FaceAnalysis } from '#core/people/face-analysis.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import { describeFaces } from './analyze-still.ts';
import { detectInWindow } from './detect-in-window.ts';
import type { FaceDetection } from './face-detector.ts';
import { generalFaceIn } from './general-face.ts';
import { refineLandmarks, type RefinedFace } from './refine-landmarks.ts';

/** Sides of the windows that are searched, over the longer side of the box. */
const WINDOW_SIDES = [1.6, 2.2, 1.2];
const WINDOW_PX = 480;
/** Largest distance of the nose from the middle of the box, over its longer side. */
const NOSE_REACH = 0.5;
/** Crops that must see the face again, and how far they may disagree: less strict than where nobody has
 * said that there is a face. */
const LEAST_VOTES = 2;
const MOST_SPREAD = 0.05;
/** A face this much smaller or larger than the box is another one. */
const MOST_SIZE_RATIO = 2.2;
/** A face in a smaller box has no mouth that could be moved. */
const LEAST_SIDE_PX = 16;

export interface FaceInBox {
  readonly face: FaceAnalysis;
  /** False: nobody was seen there, and a general face was fitted into the box. */
  readonly isDetected: boolean;
}

/**
 * @param box in pixels of the upright picture
 * @param others face boxes of the people who are known
 * @throws AppError `box-too-small`
 */
export async function findFaceInBox(
  detector: FaceDetection,
  picture: RgbPicture,
  box: Box,
  others: readonly Box[],
): Promise<FaceInBox> {
  const inside = insidePicture(box, picture);
  const longest = Math.max(inside[2], inside[3]);
  const centre = [inside[0] + inside[2] / 2, inside[1] + inside[3] / 2] as const;
  for (const side of WINDOW_SIDES) {
    const [centreX, centreY] = centre;
    const window = { centreX, centreY, side: longest * side, outSide: WINDOW_PX, angleRad: 0 };
    const raw = await detectInWindow(detector, picture, window, centre, longest * NOSE_REACH);
    const refined = raw && (await refineLandmarks(detector, picture, raw));
    if (refined !== null && isMeant(refined, longest))
      return { face: describeFaces(picture, [refined], others)[0], isDetected: true };
  }
  const general = await generalFaceIn(inside);
  return { face: describeFaces(picture, [general], others)[0], isDetected: false };
}

function isMeant({ box, votes, spread }: RefinedFace, longestPx: number): boolean {
  const ratio = Math.max(box[2], box[3]) / longestPx;
  const fits = ratio < MOST_SIZE_RATIO && ratio > 1 / MOST_SIZE_RATIO;
  return fits && votes >= LEAST_VOTES && spread <= MOST_SPREAD;
}

function insidePicture([x, y, width, height]: Box, picture: RgbPicture): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const right = Math.min(picture.width, x + width);
  const bottom = Math.min(picture.height, y + height);
  if (Math.min(right - left, bottom - top) >= LEAST_SIDE_PX)
    return [left, top, right - left, bottom - top];
  throw new AppError({
    category: 'bad-input',
    code: 'box-too-small',
    message: `A face needs a box of at least ${LEAST_SIDE_PX} by ${LEAST_SIDE_PX} pixels inside the picture.`,
    hint: 'Draw the box closely around a face, from the forehead to the chin.',
  });
}
