import { boundingBox } from '#core/people/bounding-box.ts';
import { LANDMARK_COUNT } from '#core/people/face-analysis.ts';
import type { FaceDetection, RawFace } from './face-detector.ts';
import type { CropWindow } from './crop-window.ts';
import { detectInWindow, nosePosition } from './detect-in-window.ts';
import { turnUpright, type UprightFace } from './turn-upright.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';

/** A face whose landmarks are the medians over several crops. */
export interface RefinedFace extends RawFace {
  /** Mean distance of mouth and eye corners between crops and median, over face size. */
  readonly spread: number;
  /** Crops in which the face was found again, of CROPS.length. */
  readonly votes: number;
}

/** Side over face size, and shift over the crop's side (spec draft-generator 1.4). */
const CROPS: readonly (readonly [scale: number, shiftX: number, shiftY: number])[] = [
  [2.0, 0, 0],
  [2.2, 0.04, -0.03],
  [1.85, -0.03, 0.04],
  [2.4, 0, 0.05],
  [2.1, 0.03, 0.03],
];
const CROP_SIDE_PX = 1000;
/** A detection further than this from the expected nose, over face size, is somebody else. */
const SAME_FACE_DISTANCE = 0.25;
/** Mouth corners, lip centres, outer eye corners. */
const SPREAD_POINTS = [78, 308, 13, 14, 33, 263];

/** Median confidence over the crops under which there is no face. */
export const MIN_CONFIDENCE = 0.5;
/** Agreement worse than this makes us suspect a tilt that the mesh did not see. */
const DOUBTFUL_SPREAD = 0.012;
const OTHER_ANGLES_RAD = [-30, 30, -60, 60].map((degrees) => (degrees * Math.PI) / 180);
/** Another angle must agree this much better to be believed. */
const CLEAR_GAIN = 0.6;

/**
 * Detects one face again on five slightly different crops of the full-resolution picture and takes
 * the median per point: the largest gain in quality of the whole puppet (spec draft-generator 1.4).
 * A tilted head is turned upright first; when the crops disagree, other tilts are tried. Null when
 * no crop shows the face.
 */
export async function refineLandmarks(
  detector: FaceDetection,
  picture: RgbPicture,
  face: RawFace,
): Promise<RefinedFace | null> {
  let best = await refineAt(detector, picture, face, null);
  if (best === null || best.confidence < MIN_CONFIDENCE) return best;
  if (best.spread <= DOUBTFUL_SPREAD) return best;
  for (const angleRad of OTHER_ANGLES_RAD) {
    const turned = await refineAt(detector, picture, face, angleRad);
    if (turned === null || turned.votes < best.votes) continue;
    if (turned.spread < best.spread * CLEAR_GAIN) best = turned;
  }
  return best;
}

async function refineAt(
  detector: FaceDetection,
  picture: RgbPicture,
  face: RawFace,
  firstAngleRad: number | null,
): Promise<RefinedFace | null> {
  const upright = await turnUpright(detector, picture, face, firstAngleRad);
  const nose = nosePosition(upright.face.landmarks);
  const found: RawFace[] = [];
  for (const crop of CROPS) {
    const window = cropAround(upright, crop);
    const limitPx = upright.sizePx * SAME_FACE_DISTANCE;
    const again = await detectInWindow(detector, picture, window, nose, limitPx);
    if (again !== null) found.push(again);
  }
  return found.length === 0 ? null : medianFace(found);
}

/** The window of one refinement crop around a face that stands upright at `angleRad`. */
function cropAround(
  { face, angleRad, sizePx }: UprightFace,
  [scale, shiftX, shiftY]: (typeof CROPS)[number],
): CropWindow {
  const [left, top, width, height] = face.box;
  const side = sizePx * scale;
  return {
    centreX: left + width / 2 + shiftX * side,
    centreY: top + height / 2 + shiftY * side,
    side,
    angleRad,
    outSide: CROP_SIDE_PX,
  };
}

function medianFace(faces: readonly RawFace[]): RefinedFace {
  const landmarks = new Float64Array(LANDMARK_COUNT * 3);
  for (let i = 0; i < landmarks.length; i++)
    landmarks[i] = median(faces.map((face) => face.landmarks[i]));
  const box = boundingBox(landmarks);
  const size = Math.max(box[2], box[3]);
  let distance = 0;
  for (const face of faces) {
    for (const point of SPREAD_POINTS) {
      const [x, y] = [point * 3, point * 3 + 1];
      distance += Math.hypot(face.landmarks[x] - landmarks[x], face.landmarks[y] - landmarks[y]);
    }
  }
  return {
    box,
    landmarks,
    confidence: median(faces.map((face) => face.confidence)),
    spread: distance / (faces.length * SPREAD_POINTS.length * size),
    votes: faces.length,
  };
}

/** Upper median: always one of the values. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
