// Analysis measures the source picture; the puppet lives at output size.

import type { Box, FaceAnalysis } from '../people/face-analysis.ts';

function scaleBox(box: Box, scaleX: number, scaleY: number): Box {
  return [box[0] * scaleX, box[1] * scaleY, box[2] * scaleX, box[3] * scaleY];
}

/** The same face in a picture resized by `scaleX`, `scaleY`; depth follows `scaleX`. */
export function scaleFace(face: FaceAnalysis, scaleX: number, scaleY: number): FaceAnalysis {
  const factors = [scaleX, scaleY, scaleX];
  return {
    ...face,
    box: scaleBox(face.box, scaleX, scaleY),
    region: scaleBox(face.region, scaleX, scaleY),
    landmarks: face.landmarks.map((value, index) => value * factors[index % 3]),
  };
}
