// A face where the user has drawn one: looked for closely, in and around the box.
import { AppError } from '#core/errors/app-error.ts';
import type { Box, FaceAnalysis } from '#core/people/face-analysis.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import { describeFaces } from './analyze-still.ts';
import { detectInWindow } from './detect-in-window.ts';
import type { FaceDetection } from './face-detector.ts';
import { refineLandmarks } from './refine-landmarks.ts';

/** Sides of the windows that are searched, over the longer side of the box. */
const WINDOW_SIDES = [1.6, 2.2, 1.2];
const WINDOW_PX = 480;
/** Largest distance of the nose from the middle of the box, over its longer side. */
const NOSE_REACH = 0.5;

export interface FaceInBox {
  readonly face: FaceAnalysis;
  /** False: nobody was seen there, and a general face was fitted into the box. */
  readonly isDetected: boolean;
}

/**
 * @param box in pixels of the upright picture
 * @param others face boxes of the people who are known
 * @throws AppError `no-face-in-box`
 */
export async function findFaceInBox(
  detector: FaceDetection,
  picture: RgbPicture,
  box: Box,
  others: readonly Box[],
): Promise<FaceInBox> {
  const longest = Math.max(box[2], box[3]);
  const centre = [box[0] + box[2] / 2, box[1] + box[3] / 2] as const;
  for (const side of WINDOW_SIDES) {
    const [centreX, centreY] = centre;
    const window = { centreX, centreY, side: longest * side, outSide: WINDOW_PX, angleRad: 0 };
    const raw = await detectInWindow(detector, picture, window, centre, longest * NOSE_REACH);
    const refined = raw && (await refineLandmarks(detector, picture, raw));
    if (refined) return { face: describeFaces(picture, [refined], others)[0], isDetected: true };
  }
  throw new AppError({
    category: 'bad-input',
    code: 'no-face-in-box',
    message: 'No face can be seen inside this box.',
    hint: 'Draw the box closely around a face, from the forehead to the chin.',
  });
}
