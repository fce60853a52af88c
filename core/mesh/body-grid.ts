// A coarse grid under head and rings: it carries shoulders and chest.

import type { Box } from '../people/face-analysis.ts';
import { toLocal } from './head-frame.ts';
import type { RestShape } from './rest-shape.ts';

/** Cell size in E. */
const CELL = 0.35;

export interface BodyGrid {
  readonly triangles: readonly (readonly [number, number, number])[];
  readonly firstVertex: number;
}

/** Adds a grid over `area` (picture pixels) at the depth of the outline of the face. */
export function addBodyGrid(
  shape: RestShape,
  area: Box,
  isNeeded: (box: Box) => boolean,
): BodyGrid {
  const { points, local, frame } = shape;
  const columns = Math.max(1, Math.ceil(area[2] / (CELL * frame.unitPx)));
  const rows = Math.max(1, Math.ceil(area[3] / (CELL * frame.unitPx)));
  const width = area[2] / columns;
  const height = area[3] / rows;
  const depth = frame.origin[2] + frame.unitPx * 0.3;
  const firstVertex = points.length;
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const point: [number, number, number] = [
        area[0] + column * width,
        area[1] + row * height,
        depth,
      ];
      points.push(point);
      local.push([...toLocal(frame, point)]);
    }
  }
  const triangles: [number, number, number][] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const box: Box = [area[0] + column * width, area[1] + row * height, width, height];
      if (!isNeeded(box)) continue;
      const a = firstVertex + row * (columns + 1) + column;
      const c = a + columns + 1;
      triangles.push([a, a + 1, c], [a + 1, c + 1, c]);
    }
  }
  return { triangles, firstVertex };
}
