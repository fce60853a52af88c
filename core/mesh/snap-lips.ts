// The mesh's inner lip line misses a smile's teeth by a pixel or two; closing such a mouth would
// leave white corners. The colours of lip and opening tell where the line belongs.

import {
  LOWER_INNER_LIP,
  LOWER_LIP_MIDDLE,
  LOWER_LIP_NEXT,
  UPPER_INNER_LIP,
  UPPER_LIP_MIDDLE,
  UPPER_LIP_NEXT,
} from './landmark-groups.ts';
import { colorAt, lumaOf, meanColor, saturationOf } from './picture-color.ts';
import type { Rgb, RgbPicture } from './puppet.ts';
import { pullVertex, type RestShape } from './rest-shape.ts';

/** The line may move this far from the measured inner line towards the middle of the lip. */
const FURTHEST = 0.62;
/** The search starts this far inside the opening. */
const START = -0.35;
const STEPS = 40;

interface LipScan {
  readonly inner: readonly number[];
  readonly next: readonly number[];
  readonly middle: readonly number[];
}

const SCANS: readonly LipScan[] = [
  { inner: UPPER_INNER_LIP, next: UPPER_LIP_NEXT, middle: UPPER_LIP_MIDDLE },
  { inner: LOWER_INNER_LIP, next: LOWER_LIP_NEXT, middle: LOWER_LIP_MIDDLE },
  { inner: [78], next: [62], middle: [76] },
  { inner: [308], next: [292], middle: [306] },
];

/** Teeth are brighter and paler than the lip, the hollow is darker. */
function isOpening(color: Rgb, lip: Rgb): boolean {
  const luma = lumaOf(color);
  const lipLuma = lumaOf(lip);
  if (luma < 0.55 * lipLuma) return true;
  return luma > 1.08 * lipLuma && saturationOf(color) < 0.72 * saturationOf(lip);
}

/** Share of the way to the middle of the lip where the opening ends; 0 keeps the line. */
function scan(
  shape: RestShape,
  picture: RgbPicture,
  inner: number,
  middle: number,
  lip: Rgb,
): number {
  const from = shape.points[inner];
  const to = shape.points[middle];
  let end = 0;
  let lipRun = 0;
  for (let i = 0; i <= STEPS; i++) {
    const t = START + ((FURTHEST - START) * i) / STEPS;
    const x = from[0] + (to[0] - from[0]) * t;
    const y = from[1] + (to[1] - from[1]) * t;
    if (isOpening(colorAt(picture, x, y), lip)) {
      end = t;
      lipRun = 0;
    } else if (++lipRun > STEPS / 6) break;
  }
  return Math.max(0, end);
}

/** Moves the inner lip vertices of an open mouth onto the lip, keeping the rows in order. */
export function snapLips(shape: RestShape, picture: RgbPicture): void {
  for (const { inner, next, middle } of SCANS) {
    const lip = meanColor(
      middle.map((v) => colorAt(picture, shape.points[v][0], shape.points[v][1])),
    );
    const raw = inner.map((vertex, i) => {
      const share = scan(shape, picture, vertex, middle[i], lip);
      const [a, b] = [shape.points[vertex], shape.points[middle[i]]];
      const onePixel = 1 / (Math.hypot(b[0] - a[0], b[1] - a[1]) + 1);
      return share > 0 ? Math.min(FURTHEST, share + onePixel) : 0;
    });
    const shares = raw.map((own, i) => {
      const before = raw[Math.max(0, i - 1)];
      const after = raw[Math.min(raw.length - 1, i + 1)];
      return Math.max(own, (before + own + after) / 3) * 0.5 + own * 0.5;
    });
    inner.forEach((vertex, i) => {
      const share = shares[i];
      pullVertex(shape, next[i], middle[i], share);
      pullVertex(shape, vertex, middle[i], share);
    });
  }
}
