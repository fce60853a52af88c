import { boundingBox } from '#core/people/bounding-box.ts';
import type { Box } from '#core/people/face-analysis.ts';
import type { FaceDetection, RawFace } from './face-detector.ts';
import { cutCrop } from './cut-crop.ts';
import { landmarksFromCrop, type CropWindow } from './crop-window.ts';
import { MIN_CONFIDENCE, refineLandmarks, type RefinedFace } from './refine-landmarks.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';

export const MAX_PEOPLE = 8;

/** Tile side over the picture's short side, and the face size over the short side that ends the search. */
const TILE_LEVELS: readonly (readonly [tileSide: number, faceSizeToStop: number])[] = [
  [1, 0.2],
  [0.5, 0.08],
  [0.25, 0],
];
const TILE_OVERLAP = 0.5;
/** The detector looks at 256 pixels; the mesh of a first candidate needs little more. */
const TILE_PX = 320;
/** A picture this small in tile pixels has nothing left to find. */
const MIN_TILE_SOURCE_PX = 160;

const MERGE_OVERLAP = 0.3;
/** A candidate that overlaps a rejected one this much is the same non-face. */
const SAME_CANDIDATE_OVERLAP = 0.85;
const MIN_VOTES = 3;
const MAX_SPREAD = 0.025;
/** Faces smaller than this share of the largest belong to the background or to a poster. */
const MIN_RELATIVE_SIZE = 0.25;

/**
 * All faces of a still with refined landmarks, left to right, at most MAX_PEOPLE (the largest).
 *
 * The whole picture first; then overlapping square tiles, smaller and smaller, until the faces found
 * are large enough against the tiles. A candidate counts when at least three of its five refinement
 * crops find it again, with median confidence of at least .5, landmarks that agree, and a size of at
 * least a quarter of the largest face.
 */
export async function findFaces(
  detector: FaceDetection,
  picture: RgbPicture,
): Promise<RefinedFace[]> {
  const faces: RefinedFace[] = [];
  const rejected: Box[] = [];
  const judge = async (candidates: readonly RawFace[]): Promise<void> => {
    for (const candidate of [...candidates].sort((a, b) => b.confidence - a.confidence)) {
      if (faces.some((face) => isSameFace(face.box, candidate.box))) continue;
      if (rejected.some((box) => overlap(box, candidate.box) > SAME_CANDIDATE_OVERLAP)) continue;
      const refined = await refineLandmarks(detector, picture, candidate);
      if (refined === null || !isTrusted(refined)) {
        rejected.push(candidate.box);
        continue;
      }
      if (faces.every((face) => !isSameFace(face.box, refined.box))) faces.push(refined);
    }
  };
  const shortSide = Math.min(picture.width, picture.height);
  await judge(await detector.detect(picture));
  for (const [tileSide, faceSizeToStop] of TILE_LEVELS) {
    const side = shortSide * tileSide;
    if (side < MIN_TILE_SOURCE_PX) break;
    await judge(await detectInTiles(detector, picture, side));
    if (faces.some((face) => faceSize(face) > faceSizeToStop * shortSide)) break;
  }
  const largest = Math.max(0, ...faces.map(faceSize));
  return faces
    .filter((face) => faceSize(face) >= largest * MIN_RELATIVE_SIZE)
    .sort((a, b) => faceSize(b) - faceSize(a))
    .slice(0, MAX_PEOPLE)
    .sort((a, b) => a.box[0] + a.box[2] / 2 - (b.box[0] + b.box[2] / 2));
}

async function detectInTiles(
  detector: FaceDetection,
  picture: RgbPicture,
  side: number,
): Promise<RawFace[]> {
  const found: RawFace[] = [];
  for (const centreY of tileCentres(picture.height, side)) {
    for (const centreX of tileCentres(picture.width, side)) {
      const window: CropWindow = { centreX, centreY, side, angleRad: 0, outSide: TILE_PX };
      for (const face of await detector.detect(cutCrop(picture, window))) {
        const landmarks = landmarksFromCrop(face.landmarks, window);
        found.push({ box: boundingBox(landmarks), landmarks, confidence: face.confidence });
      }
    }
  }
  return found;
}

function tileCentres(length: number, side: number): number[] {
  const count = Math.max(1, Math.ceil((length - side) / (side * (1 - TILE_OVERLAP)) - 1e-9) + 1);
  const step = count === 1 ? 0 : (length - side) / (count - 1);
  return Array.from({ length: count }, (_, i) => side / 2 + i * step);
}

function isTrusted(face: RefinedFace): boolean {
  return face.votes >= MIN_VOTES && face.confidence >= MIN_CONFIDENCE && face.spread <= MAX_SPREAD;
}

function faceSize(face: RawFace): number {
  return Math.max(face.box[2], face.box[3]);
}

/** Same face: the smaller box lies to more than .3 in the larger one. */
function isSameFace(a: Box, b: Box): boolean {
  return sharedArea(a, b) > MERGE_OVERLAP * Math.min(a[2] * a[3], b[2] * b[3]);
}

/** Intersection over union. */
function overlap(a: Box, b: Box): number {
  const shared = sharedArea(a, b);
  return shared / (a[2] * a[3] + b[2] * b[3] - shared);
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return Math.max(0, width) * Math.max(0, height);
}
