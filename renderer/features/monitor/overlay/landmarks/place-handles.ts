// Where handles stand on the picture. The two lines of a shut mouth lie on one another: their handles
// step apart, so that each can be taken.
import { FACE_HANDLES, FACE_PARTS, type FacePart } from '#core/people/face-handles.ts';

export interface PlacedHandle {
  readonly part: FacePart;
  /** CSS pixels of the picture. */
  readonly x: number;
  readonly y: number;
  /** The landmark itself, when the handle had to step aside. */
  readonly from: readonly [x: number, y: number] | null;
}

/** Between the brows. */
const WHOLE_FACE = 9;
/** The mouth from top to bottom: neighbours keep this distance. */
const MOUTH_COLUMN: readonly FacePart[] = [
  'upperLip',
  'upperLipInside',
  'lowerLipInside',
  'lowerLip',
];
const LEAST_GAP_PX = 15;

/** @param scale CSS pixels per pixel of the picture */
export function placeHandles(landmarks: readonly number[], scale: number): PlacedHandle[] {
  const at = (part: FacePart): readonly [number, number] => {
    const index = part === 'wholeFace' ? WHOLE_FACE : FACE_HANDLES[part];
    return [landmarks[3 * index] * scale, landmarks[3 * index + 1] * scale];
  };
  const aside = spreadColumn(MOUTH_COLUMN.map(at));
  return FACE_PARTS.map((part): PlacedHandle => {
    const [x, y] = at(part);
    const row = MOUTH_COLUMN.indexOf(part);
    if (row < 0 || Math.abs(aside[row] - y) < 0.5) return { part, x, y, from: null };
    return { part, x, y: aside[row], from: [x, y] };
  });
}

/** Heights from top to bottom, pushed apart from the middle outwards where they are too close. */
function spreadColumn(points: readonly (readonly [number, number])[]): number[] {
  const [upper, upperInside, lowerInside, lower] = points.map(([, y]) => y);
  const middle = (upperInside + lowerInside) / 2;
  const half = Math.max(LEAST_GAP_PX, lowerInside - upperInside) / 2;
  return [
    Math.min(upper, middle - half - LEAST_GAP_PX),
    middle - half,
    middle + half,
    Math.max(lower, middle + half + LEAST_GAP_PX),
  ];
}
