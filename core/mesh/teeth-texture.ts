// Draws a row of teeth: used where the picture shows none.

import type { Rgb, RgbaTexture } from './puppet.ts';
import { smoothStep } from './smooth-step.ts';

export interface TeethRow {
  /** Size of the texture's area in E: along the arch, and from gum to edge. */
  readonly arc: number;
  readonly height: number;
  /** Tooth widths from the middle outwards, in E. */
  readonly widths: readonly number[];
  /** Height of the crowns in E; gum shows above them. */
  readonly crown: number;
  /** Edge at the bottom (upper teeth) or at the top (lower teeth). */
  readonly edge: 'bottom' | 'top';
  readonly toothColor: Rgb;
  readonly gumColor: Rgb;
}

interface ToothPlace {
  /** 0 in the middle of the tooth, 1 at its sides. */
  readonly aside: number;
  readonly index: number;
}

function toothAt(widths: readonly number[], arc: number): ToothPlace {
  let start = 0;
  const last = widths.length - 1;
  for (let index = 0; index < last; index++) {
    if (arc < start + widths[index]) {
      return { index, aside: Math.abs((2 * (arc - start)) / widths[index] - 1) };
    }
    start += widths[index];
  }
  return { index: last, aside: Math.abs((2 * ((arc - start) % widths[last])) / widths[last] - 1) };
}

/**
 * Single teeth fade into one row when they are too small to be told apart.
 * Alpha is 0 beyond the edge of the teeth. `unitPx` is the number of texture pixels in one E.
 */
export function drawTeeth(row: TeethRow, unitPx: number): RgbaTexture {
  const width = Math.max(8, Math.ceil(row.arc * unitPx));
  const height = Math.max(6, Math.ceil(row.height * unitPx));
  const data = new Uint8Array(width * height * 4);
  const detail = smoothStep(5, 22, row.widths[0] * unitPx);
  const soft = Math.max(0.004, 0.6 / unitPx);
  for (let y = 0; y < height; y++) {
    const along = ((y + 0.5) / height) * row.height;
    const fromEdge = row.edge === 'bottom' ? row.height - along : along;
    for (let x = 0; x < width; x++) {
      const arc = Math.abs(((x + 0.5) / width - 0.5) * row.arc);
      const tooth = toothAt(row.widths, arc);
      const pixel = shadeTooth(row, tooth, arc, fromEdge, soft, detail);
      data.set(pixel, (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

function shadeTooth(
  row: TeethRow,
  tooth: ToothPlace,
  arc: number,
  fromEdge: number,
  soft: number,
  detail: number,
): [number, number, number, number] {
  const rounding = detail * (0.01 * tooth.aside ** 4 + (tooth.index === 1 ? 0.007 : 0));
  const inside = smoothStep(-soft, soft, fromEdge - rounding - soft);
  const gumLine = row.crown - 0.02 * tooth.aside ** 2;
  const gum = smoothStep(gumLine - 1.5 * soft, gumLine + 1.5 * soft, fromEdge);
  const separator = 1 - detail * (0.16 * smoothStep(0.7, 1, tooth.aside) + 0.05 * tooth.aside ** 2);
  const curve = 1 - 0.42 * Math.min(1, (arc / (row.arc * 0.5)) ** 2);
  const vertical = 1 - 0.12 * smoothStep(row.crown * 0.35, row.crown, fromEdge);
  const shade = separator * curve * vertical;
  const mix = (c: 0 | 1 | 2): number =>
    Math.round(row.toothColor[c] * shade * (1 - gum) + row.gumColor[c] * curve * gum);
  return [mix(0), mix(1), mix(2), Math.round(255 * inside)];
}
