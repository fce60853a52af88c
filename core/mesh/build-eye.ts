// One eye: lids that close over it, and an eyeball that can look elsewhere.

import { colorAt, lumaOf, meanColor } from './picture-color.ts';
import type { EyeGroup } from './landmark-groups.ts';
import { eyeContour } from './landmark-groups.ts';
import type { PixelBounds, Point2 } from './polygon.ts';
import { distanceInside, pixelBounds } from './polygon.ts';
import type { EyeModel, Rgb, RgbaTexture, RgbPicture } from './puppet.ts';
import type { RestShape } from './rest-shape.ts';
import { smoothStep } from './smooth-step.ts';

/** Eyes narrower than this (opening over width) are shut in the picture. */
const SHUT_ASPECT = 0.12;
/** Soft edge of the moving part of the eye, in E. */
const EYEBALL_FEATHER = 0.014;

interface EyePicture {
  readonly picture: RgbPicture;
  /** The lid contour as measured, not widened. */
  readonly opening: readonly Point2[];
  readonly iris: Point2;
  readonly irisRadiusPx: number;
  readonly unitPx: number;
}

/** The colour the eyeball would have under the lid: mirrored iris, or the nearest visible white. */
function colorUnderLid(eye: EyePicture, x: number, y: number): Rgb {
  const margin = 0.006 * eye.unitPx;
  const isSeen = (px: number, py: number): boolean => distanceInside(eye.opening, px, py) > margin;
  const [ix, iy] = eye.iris;
  if (Math.hypot(x - ix, y - iy) < eye.irisRadiusPx * 1.08) {
    const mirroredY = 2 * iy - y;
    if (isSeen(x, mirroredY)) return colorAt(eye.picture, x, mirroredY);
  }
  const cx = eye.opening.reduce((sum, p) => sum + p[0] / eye.opening.length, 0);
  const cy = eye.opening.reduce((sum, p) => sum + p[1] / eye.opening.length, 0);
  for (let t = 0.05; t < 1; t += 0.05) {
    const px = x + (cx - x) * t;
    const py = y + (cy - y) * t;
    if (isSeen(px, py)) return colorAt(eye.picture, px, py);
  }
  return colorAt(eye.picture, ix, iy);
}

function drawEyeball(eye: EyePicture, bounds: PixelBounds): RgbaTexture {
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const x = bounds.left + column;
      const y = bounds.top + row;
      const inside = distanceInside(eye.opening, x, y);
      const color = inside > 0 ? colorAt(eye.picture, x, y) : colorUnderLid(eye, x, y);
      const alpha = smoothStep(0, EYEBALL_FEATHER * eye.unitPx, inside);
      data.set([...color, Math.round(255 * alpha)], (row * width + column) * 4);
    }
  }
  return { width, height, data };
}

/** Mean of the darkest pixels along the upper lid. */
function lashColor(eye: EyePicture): Rgb {
  const bounds = pixelBounds(eye.opening, 0.02 * eye.unitPx, eye.picture.width, eye.picture.height);
  const colors: Rgb[] = [];
  const middle = (bounds.top + bounds.bottom) / 2;
  for (let y = bounds.top; y < middle; y++) {
    for (let x = bounds.left; x < bounds.right; x++) colors.push(colorAt(eye.picture, x, y));
  }
  colors.sort((a, b) => lumaOf(a) - lumaOf(b));
  return meanColor(colors.slice(0, Math.max(1, Math.floor(colors.length * 0.12))));
}

export function buildEye(
  landmarks: readonly number[],
  shape: RestShape,
  group: EyeGroup,
  aspect: number,
  picture: RgbPicture,
): EyeModel {
  const pointOf = (index: number): Point2 => [landmarks[3 * index], landmarks[3 * index + 1]];
  const { unitPx } = shape.frame;
  const contour = eyeContour(group);
  const opening = contour.map(pointOf);
  const hasIris = landmarks.length >= 478 * 3;
  const middle: Point2 = [
    opening.reduce((sum, p) => sum + p[0] / opening.length, 0),
    opening.reduce((sum, p) => sum + p[1] / opening.length, 0),
  ];
  const iris = hasIris ? pointOf(group.iris) : middle;
  const ring = hasIris ? group.irisRing.map(pointOf) : [];
  const ringRadius = ring.reduce((s, p) => s + Math.hypot(p[0] - iris[0], p[1] - iris[1]) / 4, 0);
  const irisRadiusPx = Math.min(0.085 * unitPx, Math.max(0.055 * unitPx, ringRadius));
  const eye: EyePicture = { picture, opening, iris, irisRadiusPx, unitPx };
  const widened = contour.map((v): Point2 => [shape.points[v][0], shape.points[v][1]]);
  const bounds = pixelBounds(widened, 0.05 * unitPx, picture.width, picture.height);
  const [a, b] = group.corners.map((corner) => shape.local[corner]);
  return {
    contour,
    lashLine: [group.corners[0], ...group.upper, group.corners[1]],
    center: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2],
    irisPx: iris,
    irisRadiusPx,
    eyeball: drawEyeball(eye, bounds),
    eyeballOrigin: [bounds.left, bounds.top],
    lashColor: lashColor(eye),
    canBlink: aspect >= SHUT_ASPECT,
  };
}
