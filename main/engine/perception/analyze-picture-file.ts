import { decodePicture } from '#main/media/picture/decode-picture.ts';
import type { OnProgress } from '../on-progress.ts';
import { analyzeStill, type StillAnalysis } from './analyze-still.ts';
import type { FaceDetector } from './face-detector.ts';

/** Decodes a picture at full size and analyses it. */
export async function analyzePictureFile(
  detector: FaceDetector,
  picturePath: string,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<StillAnalysis> {
  onProgress(0, 2);
  const picture = await decodePicture(picturePath);
  signal.throwIfAborted();
  onProgress(1, 2);
  const analysis = await analyzeStill(detector, picture);
  signal.throwIfAborted();
  onProgress(2, 2);
  return analysis;
}
