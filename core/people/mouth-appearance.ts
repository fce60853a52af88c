import type { RgbPicture } from '../mesh/puppet.ts';
import type { MouthAppearance } from './face-analysis.ts';
import { faceAxes, lipGap } from './face-geometry.ts';

/** Inner lip line, from the left corner over the upper lip and back along the lower lip. */
const INNER_LIPS = [
  78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95,
];
const CHEEKS = [205, 425, 50, 280, 101, 330];

/**
 * Gap in E under which lips are taken for shut. The mesh never lays shut lips together: .015 to .034
 * on nine visibly shut mouths; the smallest visible opening measured was .053.
 */
const CLOSED_GAP = 0.04;
const TEETH_STATE_FRACTION = 0.25;
/** Pixels nearer to the lip line than this, in E, may belong to the lip. */
const LIP_MARGIN = 0.012;
const TEETH_MIN_LUMINANCE = 0.8;
const TEETH_MAX_SATURATION = 0.42;

/**
 * What the mouth of a still shows (spec draft-generator 1.5). Teeth are pixels inside the inner lips
 * that are brighter than .8 of the cheeks' luminance and nearly colourless.
 */
export function readMouth(picture: RgbPicture, landmarks: ArrayLike<number>): MouthAppearance {
  const gap = lipGap(landmarks);
  // What shines between shut lips is the lips.
  if (gap < CLOSED_GAP) return { gap, state: 'closed', teethFraction: 0 };
  const teethFraction = measureTeeth(picture, landmarks);
  return { gap, state: teethFraction > TEETH_STATE_FRACTION ? 'teeth' : 'open', teethFraction };
}

function measureTeeth(picture: RgbPicture, landmarks: ArrayLike<number>): number {
  const { unitPx } = faceAxes(landmarks);
  const lips = INNER_LIPS.map((point) => [landmarks[point * 3], landmarks[point * 3 + 1]] as const);
  const skin = CHEEKS.reduce(
    (sum, point) =>
      sum + luminance(pixelAt(picture, landmarks[point * 3], landmarks[point * 3 + 1])),
    0,
  );
  const brightest = (skin / CHEEKS.length) * TEETH_MIN_LUMINANCE;
  let inside = 0;
  let teeth = 0;
  const [left, top] = [Math.min(...lips.map(([x]) => x)), Math.min(...lips.map(([, y]) => y))];
  const [right, bottom] = [Math.max(...lips.map(([x]) => x)), Math.max(...lips.map(([, y]) => y))];
  for (let y = Math.floor(top); y <= bottom; y++) {
    for (let x = Math.floor(left); x <= right; x++) {
      if (depthInside(lips, x + 0.5, y + 0.5) < LIP_MARGIN * unitPx) continue;
      inside++;
      const colour = pixelAt(picture, x + 0.5, y + 0.5);
      const saturation = (Math.max(...colour) - Math.min(...colour)) / (Math.max(...colour) + 1);
      if (luminance(colour) > brightest && saturation < TEETH_MAX_SATURATION) teeth++;
    }
  }
  return inside === 0 ? 0 : teeth / inside;
}

/** Distance to the polygon's outline in pixels; negative outside. */
function depthInside(
  polygon: readonly (readonly [number, number])[],
  x: number,
  y: number,
): number {
  let inside = false;
  let nearest = Infinity;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [ax, ay] = polygon[j];
    const [bx, by] = polygon[i];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const lengthSquared = (bx - ax) ** 2 + (by - ay) ** 2;
    const along =
      lengthSquared === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / lengthSquared;
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return inside ? nearest : -nearest;
}

function pixelAt(picture: RgbPicture, x: number, y: number): readonly [number, number, number] {
  const column = Math.min(picture.width - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(picture.height - 1, Math.max(0, Math.floor(y)));
  const offset = (row * picture.width + column) * 3;
  return [picture.data[offset], picture.data[offset + 1], picture.data[offset + 2]];
}

function luminance([red, green, blue]: readonly [number, number, number]): number {
  return red * 0.299 + green * 0.587 + blue * 0.114;
}
