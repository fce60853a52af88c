import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import { eyeAspects, headPoseFromLandmarks } from '#core/people/face-geometry.ts';
import type { FaceDetection } from './face-detector.ts';
import { findFaces } from './find-faces.ts';
import { readMouth } from './mouth-appearance.ts';
import { personRegions } from './person-regions.ts';
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
  const regions = personRegions(
    found.map((face) => face.box),
    picture.width,
    picture.height,
  );
  const faces = found.map((face, i): FaceAnalysis => ({
    box: [round(face.box[0]), round(face.box[1]), round(face.box[2]), round(face.box[3])],
    region: regions[i],
    landmarks: Array.from(face.landmarks, round),
    headPose: headPoseFromLandmarks(face.landmarks),
    mouth: readMouth(picture, face.landmarks),
    eyeAspect: eyeAspects(face.landmarks),
    confidence: face.confidence,
    landmarkSpread: face.spread,
  }));
  return { size: [picture.width, picture.height], faces };
}

/** A hundredth of a pixel is finer than the landmarks are. */
function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
