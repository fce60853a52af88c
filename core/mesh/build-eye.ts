// One eye: lids that close over it, and an eyeball that can look elsewhere.

import { colorAt, lumaOf, meanColor } from './picture-color.ts';
import type { EyeGroup } from './landmark-groups.ts';
import { eyeContour } from './landmark-groups.ts';
import type { Point2 } from './polygon.ts';
import { distanceInside, pixelBounds } from './polygon.ts';
import type { EyeModel, PlacedMask, Rgb, RgbPicture } from './puppet.ts';
import type { RestShape } from './rest-shape.ts';
import { smoothStep } from './smooth-step.ts';

/** Eyes narrower than this (opening over width) are shut in the picture. */
const SHUT_ASPECT = 0.12;
/** Distance from the lids, in E, from which the eyeball shifts fully. */
const LID_MARGIN = 0.016;

interface EyePicture {
  readonly picture: RgbPicture;
  /** The lid contour of the picture, not widened. */
  readonly opening: readonly Point2[];
  readonly iris: Point2;
  readonly irisRadiusPx: number;
  readonly unitPx: number;
}

/** Freedom grows from the lids inwards, so that lids and lashes stay. */
function measureFreedom(eye: EyePicture): PlacedMask {
  const { left, top, right, bottom } = pixelBounds(
    eye.opening,
    1,
    eye.picture.width,
    eye.picture.height,
  );
  const width = right - left;
  const data = new Uint8Array(width * (bottom - top));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const inside = distanceInside(eye.opening, x, y) / eye.unitPx;
      data[(y - top) * width + x - left] = Math.round(255 * smoothStep(0, LID_MARGIN, inside));
    }
  }
  return { left, top, mask: { width, height: bottom - top, data } };
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
  return meanColor(colors.slice(0, Math.max(1, Math.floor(colors.length * 0.04))));
}

/** @param shape with lids fitted, not yet widened */
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
  const opening = contour.map((v): Point2 => [shape.points[v][0], shape.points[v][1]]);
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
  const [a, b] = group.corners.map((corner) => shape.local[corner]);
  return {
    upperLine: [group.corners[0], ...group.upper, group.corners[1]],
    lowerLine: [group.corners[0], ...group.lower, group.corners[1]],
    center: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2],
    irisPx: iris,
    irisRadiusPx,
    freedom: measureFreedom(eye),
    lashColor: lashColor(eye),
    canBlink: aspect >= SHUT_ASPECT,
  };
}
