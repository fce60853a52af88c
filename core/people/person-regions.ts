import type { Box } from './face-analysis.ts';

/** Reach of a person around the face, in face widths to the sides and face heights above. */
const SIDE_REACH = 1.1;
const HAIR_REACH = 0.6;

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * One region per face: hair, shoulders and everything below down to the frame's edge. Neighbours are
 * cut half-way between their faces, so that no two regions share a pixel.
 */
export function personRegions(faces: readonly Box[], width: number, height: number): Box[] {
  const regions = faces.map(([x, y, w, h]) => ({
    left: Math.max(0, Math.floor(x - w * SIDE_REACH)),
    top: Math.max(0, Math.floor(y - h * HAIR_REACH)),
    right: Math.min(width, Math.ceil(x + w * (1 + SIDE_REACH))),
    bottom: height,
  }));
  for (let a = 0; a < faces.length; a++) {
    for (let b = a + 1; b < faces.length; b++) separate(regions[a], regions[b], faces[a], faces[b]);
  }
  return regions.map(
    ({ left, top, right, bottom }) => [left, top, right - left, bottom - top] as const,
  );
}

/** Cuts two regions apart along the axis on which their faces lie further from each other. */
function separate(a: Edges, b: Edges, faceA: Box, faceB: Box): void {
  const apartX = Math.abs(centre(faceA, 0) - centre(faceB, 0)) / (faceA[2] + faceB[2]);
  const apartY = Math.abs(centre(faceA, 1) - centre(faceB, 1)) / (faceA[3] + faceB[3]);
  if (apartX >= apartY) {
    const [first, second, left, right] =
      centre(faceA, 0) <= centre(faceB, 0) ? [a, b, faceA, faceB] : [b, a, faceB, faceA];
    const border = Math.round((left[0] + left[2] + right[0]) / 2);
    first.right = Math.min(first.right, border);
    second.left = Math.max(second.left, border);
  } else {
    const [upper, lower, above, below] =
      centre(faceA, 1) <= centre(faceB, 1) ? [a, b, faceA, faceB] : [b, a, faceB, faceA];
    const border = Math.round((above[1] + above[3] + below[1]) / 2);
    upper.bottom = Math.min(upper.bottom, border);
    lower.top = Math.max(lower.top, border);
  }
}

function centre(box: Box, axis: 0 | 1): number {
  return box[axis] + box[axis + 2] / 2;
}
