import type { Box, FaceAnalysis } from '#core/people/face-analysis.ts';
import { eyeAspects, headPoseFromLandmarks } from '#core/people/face-geometry.ts';
import { readMouth } from '#core/people/mouth-appearance.ts';
import { personRegions } from '#core/people/person-regions.ts';
import type { FaceDetection } from './face-detector.ts';
import { findFaces } from './find-faces.ts';
import type { RefinedFace } from './refine-landmarks.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';

export interface StillAnalysis {
  /** Width and height of the picture in pixels. */
  readonly size: readonly [width: number, height: number];
  /** Left to right; empty when nobody is found. */
  readonly faces: readonly FaceAnalysis[];
}

/**
 * Faces, regions, head pose, mouth and eyes of everybody in a picture. Deterministic. About 0.5 s
 * per face; seconds more when faces are small and the picture is searched in tiles.
 */
export async function analyzeStill(
  detector: FaceDetection,
  picture: RgbPicture,
): Promise<StillAnalysis> {
  const found = await findFaces(detector, picture);
  return { size: [picture.width, picture.height], faces: describeFaces(picture, found, []) };
}

/** @param others boxes of faces that are known already: regions keep clear of them */
export function describeFaces(
  picture: RgbPicture,
  found: readonly RefinedFace[],
  others: readonly Box[],
): FaceAnalysis[] {
  const boxes = [...found.map((face) => face.box), ...others];
  const regions = personRegions(boxes, picture.width, picture.height);
  return found.map((face, i) => ({
    box: [round(face.box[0]), round(face.box[1]), round(face.box[2]), round(face.box[3])],
    region: regions[i],
    landmarks: Array.from(face.landmarks, round),
    headPose: headPoseFromLandmarks(face.landmarks),
    mouth: readMouth(picture, face.landmarks),
    eyeAspect: eyeAspects(face.landmarks),
    confidence: face.confidence,
    landmarkSpread: face.spread,
  }));
}

/** A hundredth of a pixel is finer than the landmarks are. */
function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
