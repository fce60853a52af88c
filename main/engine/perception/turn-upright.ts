import { headPoseFromLandmarks } from '#core/people/face-geometry.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import { detectInWindow, nosePosition } from './detect-in-window.ts';
import type { FaceDetection, RawFace } from './face-detector.ts';

/** A face and the angle at which a crop shows it upright. */
export interface UprightFace {
  readonly face: RawFace;
  /** 0 for a head that needs no turning. */
  readonly angleRad: number;
  /** Longer side of the face along its own axes, in picture pixels. */
  readonly sizePx: number;
}

/** The mesh reads only .6 of a tilt, and is displaced by the rest: crops are turned from here on. */
const UPRIGHT_LIMIT_RAD = (2.5 * Math.PI) / 180;
const MAX_TURNS = 6;
const CROP_SCALE = 2.2;
const CROP_PX = 800;
/** A displaced first mesh may be this far off, over face size. */
const MAX_SHIFT = 0.5;

/**
 * Turns the crop around a face until the mesh in it is upright, detecting again after each turn,
 * because the mesh reads only a part of a large tilt (20 of 40 degrees). `firstAngleRad` is where to
 * begin; null takes the mesh's own word.
 */
export async function turnUpright(
  detector: FaceDetection,
  picture: RgbPicture,
  face: RawFace,
  firstAngleRad: number | null,
): Promise<UprightFace> {
  let upright: UprightFace = { face, angleRad: 0, sizePx: sizeAlong(face, 0) };
  let angleRad = firstAngleRad ?? headPoseFromLandmarks(face.landmarks).roll;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    if (Math.abs(wrapAngle(angleRad - upright.angleRad)) <= UPRIGHT_LIMIT_RAD) break;
    const [left, top, width, height] = upright.face.box;
    const window = {
      centreX: left + width / 2,
      centreY: top + height / 2,
      side: upright.sizePx * CROP_SCALE,
      angleRad,
      outSide: CROP_PX,
    };
    const nose = nosePosition(upright.face.landmarks);
    const limitPx = upright.sizePx * MAX_SHIFT;
    const again = await detectInWindow(detector, picture, window, nose, limitPx);
    if (again === null) break;
    upright = { face: again, angleRad, sizePx: sizeAlong(again, angleRad) };
    angleRad = headPoseFromLandmarks(again.landmarks).roll;
  }
  return upright;
}

/** Longer side of the mesh measured along axes turned by `angleRad`. */
function sizeAlong(face: RawFace, angleRad: number): number {
  const [cos, sin] = [Math.cos(angleRad), Math.sin(angleRad)];
  const { landmarks } = face;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < landmarks.length; i += 3) {
    const u = landmarks[i] * cos + landmarks[i + 1] * sin;
    const v = landmarks[i + 1] * cos - landmarks[i] * sin;
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  return Math.max(right - left, bottom - top);
}

function wrapAngle(angleRad: number): number {
  return Math.atan2(Math.sin(angleRad), Math.cos(angleRad));
}
