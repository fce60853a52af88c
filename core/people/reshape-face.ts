import { AppError } from '../errors/app-error.ts';
import { boundingBox } from './bounding-box.ts';
import type { Box, FaceAnalysis, MouthAppearance } from './face-analysis.ts';
import { eyeAspects, faceAxes, headPoseFromLandmarks } from './face-geometry.ts';

/** Outer eye corners nearer to each other than this leave no face to speak of. */
const LEAST_UNIT_PX = 2;

/**
 * A face with other landmarks: everything that follows from them is measured again. The region of the
 * person is left to the document, which knows the neighbours.
 * @param readMouth looks at the picture
 * @throws AppError `face-too-small`
 */
export function reshapeFace(
  face: FaceAnalysis,
  landmarks: readonly number[],
  readMouth: (landmarks: readonly number[]) => MouthAppearance,
): FaceAnalysis {
  const rounded = landmarks.map(toHundredth);
  const pose = headPoseFromLandmarks(rounded);
  const isFlat = Object.values(pose).some((angle) => !Number.isFinite(angle));
  if (isFlat || faceAxes(rounded).unitPx < LEAST_UNIT_PX) throw tooSmall();
  return {
    ...face,
    box: boundingBox(rounded).map(toHundredth) as unknown as Box,
    landmarks: rounded,
    headPose: pose,
    mouth: readMouth(rounded),
    eyeAspect: eyeAspects(rounded),
  };
}

/** A hundredth of a pixel is finer than landmarks are. */
function toHundredth(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

function tooSmall(): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'face-too-small',
    message: 'The points of this face would lie on one another.',
    hint: 'Keep the outer corners of the eyes apart, and the chin under the forehead.',
  });
}
