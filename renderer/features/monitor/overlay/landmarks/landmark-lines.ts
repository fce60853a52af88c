// The lines of the mesh that are drawn while its points are dragged: what one looks for in a face.
import {
  EYES,
  eyeContour,
  FACE_OVAL,
  LOWER_LIP_OUTER,
  MOUTH_CONTOUR,
  UPPER_LIP_OUTER,
} from '#core/mesh/landmark-groups.ts';

interface MeshLine {
  readonly landmarks: readonly number[];
  readonly isClosed: boolean;
}

const LEFT_BROW = [70, 63, 105, 66, 107];
const RIGHT_BROW = [336, 296, 334, 293, 300];
const NOSE_RIDGE = [168, 6, 197, 195, 5, 4, 1];
const NOSE_BASE = [98, 97, 2, 326, 327];
const [LEFT_CORNER, RIGHT_CORNER] = [61, 291];

const LINES: readonly MeshLine[] = [
  { landmarks: FACE_OVAL, isClosed: true },
  ...EYES.map((eye) => ({ landmarks: eyeContour(eye), isClosed: true })),
  ...EYES.map((eye) => ({ landmarks: eye.irisRing, isClosed: true })),
  {
    landmarks: [LEFT_CORNER, ...UPPER_LIP_OUTER, RIGHT_CORNER, ...LOWER_LIP_OUTER.toReversed()],
    isClosed: true,
  },
  { landmarks: MOUTH_CONTOUR, isClosed: true },
  { landmarks: LEFT_BROW, isClosed: false },
  { landmarks: RIGHT_BROW, isClosed: false },
  { landmarks: NOSE_RIDGE, isClosed: false },
  { landmarks: NOSE_BASE, isClosed: false },
];

/** SVG path of all lines. @param scale CSS pixels per pixel of the picture */
export function landmarkPath(landmarks: readonly number[], scale: number): string {
  const at = (index: number): string =>
    `${(landmarks[3 * index] * scale).toFixed(1)} ${(landmarks[3 * index + 1] * scale).toFixed(1)}`;
  return LINES.map(
    (line) => `M${line.landmarks.map(at).join('L')}${line.isClosed ? 'Z' : ''}`,
  ).join('');
}
