/** A square of a picture, possibly turned, that is scaled to a square of its own. */
export interface CropWindow {
  readonly centreX: number;
  readonly centreY: number;
  /** Side in source pixels. */
  readonly side: number;
  /** The crop's own x axis points this way in the picture; clockwise, radians. */
  readonly angleRad: number;
  /** Side of the result in pixels. */
  readonly outSide: number;
}

/** Landmarks found in a crop, in the pixels of the picture it was cut from. // [478*3] */
export function landmarksFromCrop(landmarks: Float64Array, window: CropWindow): Float64Array {
  const step = window.side / window.outSide;
  const cos = Math.cos(window.angleRad) * step;
  const sin = Math.sin(window.angleRad) * step;
  const result = new Float64Array(landmarks.length);
  for (let i = 0; i < landmarks.length; i += 3) {
    const u = landmarks[i] - window.outSide / 2;
    const v = landmarks[i + 1] - window.outSide / 2;
    result[i] = window.centreX + u * cos - v * sin;
    result[i + 1] = window.centreY + u * sin + v * cos;
    result[i + 2] = landmarks[i + 2] * step;
  }
  return result;
}
