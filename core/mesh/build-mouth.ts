// The inside of the mouth: teeth on arches fixed to head and jaw, and what the picture shows.

import type { FaceAnalysis } from '../people/face-analysis.ts';
import {
  LIP_SAMPLES,
  LOWER_INNER_LIP,
  MOUTH_CONTOUR,
  MOUTH_CORNERS,
  SKIN_SAMPLES,
  UPPER_INNER_LIP,
} from './landmark-groups.ts';
import type { MouthColumns } from './mouth-columns.ts';
import { interpolate } from './mouth-columns.ts';
import { colorAt, lumaOf, meanColor, saturationOf, scaleColor } from './picture-color.ts';
import type { Point2 } from './polygon.ts';
import { distanceInside, pixelBounds } from './polygon.ts';
import type { MouthModel, Rgb, RgbPicture, TexturedSheet } from './puppet.ts';
import type { RestShape } from './rest-shape.ts';
import { smoothStep } from './smooth-step.ts';
import { drawTeeth } from './teeth-texture.ts';

/** A half width of the mouth that the tooth sizes below are meant for. */
const TYPICAL_HALF_WIDTH = 0.28;
const UPPER_WIDTHS = [0.094, 0.072, 0.082, 0.075, 0.075];
const LOWER_WIDTHS = [0.058, 0.062, 0.074, 0.074];
/** Upper teeth end this far below the resting upper lip (spec 1.5). */
const UPPER_EDGE = 0.035;
/** Under this gap the picture's mouth counts as shut. */
export const SHUT_GAP = 0.035;
const ARCH_COLUMNS = 15;
const ARCH_HALF_ANGLE_RAD = 1.25;

interface Arch {
  readonly halfWidth: number;
  readonly depth: number;
  readonly frontZ: number;
  readonly topY: (x: number) => number;
  readonly bottomY: (x: number) => number;
}

/** Teeth stand on half an ellipse, so that they turn with the head as a solid row would. */
function archSheet(arch: Arch, texture: TexturedSheet['texture']): TexturedSheet {
  const points: number[] = [];
  const uv: number[] = [];
  for (let row = 0; row < 2; row++) {
    for (let column = 0; column < ARCH_COLUMNS; column++) {
      const t = (2 * column) / (ARCH_COLUMNS - 1) - 1;
      const angleRad = t * ARCH_HALF_ANGLE_RAD;
      const x = (arch.halfWidth * Math.sin(angleRad)) / Math.sin(ARCH_HALF_ANGLE_RAD);
      const z = arch.frontZ + arch.depth * (1 - Math.cos(angleRad));
      points.push(x, row === 0 ? arch.topY(x) : arch.bottomY(x), z);
      uv.push(((t + 1) / 2) * texture.width, row * texture.height);
    }
  }
  return {
    columns: ARCH_COLUMNS,
    rows: 2,
    points: Float32Array.from(points),
    uv: Float32Array.from(uv),
    texture,
  };
}

/**
 * Teeth beside the skin that they must match: a little lighter than fair skin, clearly lighter than
 * dark skin, never white. The arch darkens them towards the corners.
 */
function toothColorFor(skin: Rgb): Rgb {
  const skinLuma = lumaOf(skin);
  const luma = Math.min(222, Math.max(skinLuma * 1.1, Math.min(190, skinLuma * 1.5)));
  return [luma * 1.05, luma, luma * 0.89];
}

function measureTeeth(
  picture: RgbPicture,
  contour: readonly Point2[],
  skin: Rgb,
  erosionPx: number,
): Rgb | null {
  const bounds = pixelBounds(contour, 0, picture.width, picture.height);
  const teeth: Rgb[] = [];
  for (let y = bounds.top; y < bounds.bottom; y++) {
    for (let x = bounds.left; x < bounds.right; x++) {
      const color = colorAt(picture, x, y);
      const isTooth = lumaOf(color) > 0.8 * lumaOf(skin) && saturationOf(color) < 0.42;
      if (isTooth && distanceInside(contour, x, y) > erosionPx) teeth.push(color);
    }
  }
  return teeth.length > 12 ? meanColor(teeth) : null;
}

function sourceInterior(
  shape: RestShape,
  picture: RgbPicture,
  contour: readonly Point2[],
  showsTeeth: boolean,
): TexturedSheet {
  const { unitPx } = shape.frame;
  const bounds = pixelBounds(contour, 1, picture.width, picture.height);
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = distanceInside(contour, bounds.left + x, bounds.top + y) / unitPx;
      const lower = showsTeeth ? 0 : smoothStep(0.35, 0.9, y / height);
      const alpha = smoothStep(0.002, 0.024, inside) * (1 - lower);
      const color = colorAt(picture, bounds.left + x, bounds.top + y);
      data.set([...color, Math.round(255 * alpha)], (y * width + x) * 4);
    }
  }
  const upper = [MOUTH_CORNERS[0], ...UPPER_INNER_LIP, MOUTH_CORNERS[1]];
  const lower = [MOUTH_CORNERS[0], ...LOWER_INNER_LIP, MOUTH_CORNERS[1]];
  const vertices = [...upper, ...lower];
  return {
    columns: upper.length,
    rows: 2,
    points: Float32Array.from(vertices.flatMap((v) => shape.local[v])),
    uv: Float32Array.from(
      vertices.flatMap((v) => [
        shape.points[v][0] - bounds.left + 0.5,
        shape.points[v][1] - bounds.top + 0.5,
      ]),
    ),
    texture: { width, height, data },
  };
}

/** The nearest visible contour vertex stands in for one that a turned face hides. */
function visibleContour(shape: RestShape, visible: ReadonlySet<number>): Map<number, number> {
  const substitutes = new Map<number, number>();
  for (const vertex of MOUTH_CONTOUR) {
    let best = vertex;
    let bestDistance = visible.has(vertex) ? 0 : Infinity;
    for (const other of MOUTH_CONTOUR) {
      if (bestDistance === 0 || !visible.has(other)) continue;
      const distance = Math.hypot(
        shape.points[other][0] - shape.points[vertex][0],
        shape.points[other][1] - shape.points[vertex][1],
      );
      if (distance < bestDistance) [best, bestDistance] = [other, distance];
    }
    substitutes.set(vertex, best);
  }
  return substitutes;
}

export function buildMouth(
  face: FaceAnalysis,
  shape: RestShape,
  columns: MouthColumns,
  visible: ReadonlySet<number>,
  picture: RgbPicture,
): MouthModel {
  const { unitPx } = shape.frame;
  const pixel = (vertex: number): Rgb =>
    colorAt(picture, shape.points[vertex][0], shape.points[vertex][1]);
  const lipColor = meanColor(LIP_SAMPLES.map(pixel));
  const skinColor = meanColor(SKIN_SAMPLES.map(pixel));
  const substitutes = visibleContour(shape, visible);
  const shown = (vertex: number): number => substitutes.get(vertex) ?? vertex;
  const contourPx = MOUTH_CONTOUR.map((v): Point2 => [shape.points[v][0], shape.points[v][1]]);
  const restGap = face.mouth.gap;
  const isOpen = restGap > SHUT_GAP;
  const showsTeeth = isOpen && face.mouth.state === 'teeth';
  const measured = showsTeeth ? measureTeeth(picture, contourPx, skinColor, 0.012 * unitPx) : null;
  const toothColor = measured ?? toothColorFor(skinColor);
  const scale = columns.halfWidth / TYPICAL_HALF_WIDTH;
  const frontZ = (shape.local[13][2] + shape.local[14][2]) / 2 + 0.03;
  const restY = interpolate(columns.x, columns.upperY, 0);
  const edgeY = (x: number): number =>
    showsTeeth
      ? Math.max(restY + 0.03, interpolate(columns.x, columns.lowerY, x) - 0.02)
      : restY + UPPER_EDGE - 0.04 * (x / columns.halfWidth) ** 2;
  const upperHalfWidth = columns.halfWidth * 0.94;
  const lowerHalfWidth = columns.halfWidth * 0.8;
  const upperHeight = 0.15;
  const lowerHeight = 0.12;
  const gumColor = scaleColor(lipColor, [0.8, 0.62, 0.62]);
  const teeth = (kind: 'upper' | 'lower', halfWidth: number): TexturedSheet['texture'] =>
    drawTeeth(
      {
        arc: 2 * halfWidth * 1.25,
        height: kind === 'upper' ? upperHeight : lowerHeight,
        widths: (kind === 'upper' ? UPPER_WIDTHS : LOWER_WIDTHS).map((w) => w * scale),
        crown: (kind === 'upper' ? 0.115 : 0.085) * scale,
        edge: kind === 'upper' ? 'bottom' : 'top',
        toothColor: kind === 'upper' ? toothColor : scaleColor(toothColor, [0.8, 0.77, 0.73]),
        gumColor,
      },
      unitPx,
    );
  const lowerTop = interpolate(columns.x, columns.lowerY, 0) - 0.014;
  return {
    upperLine: [MOUTH_CORNERS[0], ...UPPER_INNER_LIP, MOUTH_CORNERS[1]].map(shown),
    lowerLine: [MOUTH_CORNERS[0], ...LOWER_INNER_LIP, MOUTH_CORNERS[1]].map(shown),
    restGap,
    halfWidth: columns.halfWidth,
    upperTeeth: archSheet(
      {
        halfWidth: upperHalfWidth,
        depth: upperHalfWidth * 0.9,
        frontZ,
        topY: (x) => edgeY(x) - upperHeight,
        bottomY: edgeY,
      },
      teeth('upper', upperHalfWidth),
    ),
    lowerTeeth: archSheet(
      {
        halfWidth: lowerHalfWidth,
        depth: lowerHalfWidth * 0.9,
        frontZ: frontZ + 0.02,
        topY: (x) => lowerTop + 0.03 * (x / columns.halfWidth) ** 2,
        bottomY: (x) => lowerTop + 0.03 * (x / columns.halfWidth) ** 2 + lowerHeight,
      },
      teeth('lower', lowerHalfWidth),
    ),
    sourceInterior: isOpen ? sourceInterior(shape, picture, contourPx, showsTeeth) : null,
    lipColor,
    cavityColor: scaleColor(lipColor, [0.22, 0.13, 0.14]),
    tongueColor: scaleColor(lipColor, [0.72, 0.5, 0.52]),
  };
}
