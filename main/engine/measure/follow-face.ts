import type { Box } from '#core/people/face-analysis.ts';
import type { RgbPicture } from '#main/media/picture/decode-picture.ts';
import { detectInWindow, nosePosition, type Position } from '../perception/detect-in-window.ts';
import type { FaceDetection, RawFace } from '../perception/face-detector.ts';

/** Crop side over face size: what the published figures were measured on (spec draft-generator 2). */
const CROP_SCALE = 2;
const WIDE_CROP_SCALE = 3;
/** As in the published figures, whose noise is part of their bars; 800 px lowers eye motion by a tenth. */
const CROP_PX = 600;
/** A nose further away than this, over face size, belongs to somebody else. */
const MAX_JUMP = 0.6;
/** The crop stays where it is, which keeps detection steady, until the head has moved this far. */
const RECENTRE_AT = 0.2;

/** Finds one person's face again in frame after frame, each on a crop of its own around the head. */
export class FaceFollower {
  private readonly sizePx: number;
  private readonly detector: FaceDetection;
  private nose: Position;
  private centre: Position;

  /** `restBox` is the face in the first frame, in film pixels. */
  constructor(detector: FaceDetection, restBox: Box) {
    const [x, y, width, height] = restBox;
    this.detector = detector;
    this.sizePx = Math.max(width, height);
    this.centre = [x + width / 2, y + height / 2];
    this.nose = this.centre;
  }

  /** The face in the next frame, in film pixels; null when it is not there. */
  async find(frame: RgbPicture): Promise<RawFace | null> {
    const face =
      (await this.search(frame, CROP_SCALE)) ?? (await this.search(frame, WIDE_CROP_SCALE));
    if (face === null) return null;
    this.nose = nosePosition(face.landmarks);
    const [x, y, width, height] = face.box;
    const seen: Position = [x + width / 2, y + height / 2];
    const moved = Math.hypot(seen[0] - this.centre[0], seen[1] - this.centre[1]);
    if (moved > RECENTRE_AT * this.sizePx) this.centre = seen;
    return face;
  }

  private search(frame: RgbPicture, cropScale: number): Promise<RawFace | null> {
    const [centreX, centreY] = this.centre;
    const side = this.sizePx * cropScale;
    const window = { centreX, centreY, side, angleRad: 0, outSide: CROP_PX };
    return detectInWindow(this.detector, frame, window, this.nose, this.sizePx * MAX_JUMP);
  }
}
