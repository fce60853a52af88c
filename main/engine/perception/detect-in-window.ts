import { boundingBox } from '#core/people/bounding-box.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import { landmarksFromCrop, type CropWindow } from './crop-window.ts';
import { cutCrop } from './cut-crop.ts';
import type { FaceDetection, RawFace } from './face-detector.ts';

const NOSE_TIP = 1;

export type Position = readonly [x: number, y: number];

/** Nose tip in pixels. // [478*3] */
export function nosePosition(landmarks: ArrayLike<number>): Position {
  return [landmarks[NOSE_TIP * 3], landmarks[NOSE_TIP * 3 + 1]];
}

/**
 * Detects on one crop of a picture: the face whose nose is nearest to `nose`, in picture pixels.
 * Null when no nose is within `maxDistancePx`: then it is somebody else, or nobody.
 */
export async function detectInWindow(
  detector: FaceDetection,
  picture: RgbPicture,
  window: CropWindow,
  nose: Position,
  maxDistancePx: number,
): Promise<RawFace | null> {
  let nearest: RawFace | null = null;
  let nearestDistance = maxDistancePx;
  for (const raw of await detector.detect(cutCrop(picture, window))) {
    const landmarks = landmarksFromCrop(raw.landmarks, window);
    const [x, y] = nosePosition(landmarks);
    const distance = Math.hypot(x - nose[0], y - nose[1]);
    if (distance >= nearestDistance) continue;
    nearest = { box: boundingBox(landmarks), landmarks, confidence: raw.confidence };
    nearestDistance = distance;
  }
  return nearest;
}
