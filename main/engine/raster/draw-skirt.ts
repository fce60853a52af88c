// The colour of lips and lids carried half-way into an opening, under the soft edge of the layer
// that fills it: otherwise that edge would mix with the squeezed picture of the opening.

import { drawTriangles } from './draw-triangles.ts';
import type { FrameBuffer } from './frame-buffer.ts';

/** How far outside the line its colour is taken, in pixels. */
const COLOR_OFFSET_PX = 1;

export interface VertexPlaces {
  /** Where vertices are in the picture. // [V, 2] */
  readonly source: Float32Array;
  /** Where they are in the frame. // [V, 2] */
  readonly positions: Float32Array;
}

/** @param upper, lower vertices of the two lines of an opening, both ends included */
export function drawSkirt(
  target: FrameBuffer,
  picture: FrameBuffer,
  places: VertexPlaces,
  upper: readonly number[],
  lower: readonly number[],
): void {
  drawHem(target, picture, places, upper, lower, -1);
  drawHem(target, picture, places, lower, upper, 1);
}

/** @param outward -1 when the opening lies below the line, 1 when above */
function drawHem(
  target: FrameBuffer,
  picture: FrameBuffer,
  places: VertexPlaces,
  line: readonly number[],
  partner: readonly number[],
  outward: -1 | 1,
): void {
  const { source: from, positions: to } = places;
  const count = line.length;
  const source = new Float32Array(4 * count);
  const positions = new Float32Array(4 * count);
  for (let i = 0; i < count; i++) {
    const v = 2 * line[i];
    const p = 2 * partner[i];
    const isOpen = (to[p + 1] - to[v + 1]) * outward < 0;
    const inward = isOpen ? 0.5 : 0;
    for (const at of [2 * i, 2 * (count + i)]) {
      source[at] = from[v];
      source[at + 1] = Math.min(
        picture.height - 1,
        Math.max(0, from[v + 1] + outward * COLOR_OFFSET_PX),
      );
      positions[at] = to[v];
      positions[at + 1] = to[v + 1];
    }
    positions[2 * (count + i)] += inward * (to[p] - to[v]);
    positions[2 * (count + i) + 1] += inward * (to[p + 1] - to[v + 1]);
  }
  const triangles = new Uint16Array(6 * (count - 1));
  for (let i = 0; i + 1 < count; i++) {
    triangles.set([i, i + 1, count + i, i + 1, count + i + 1, count + i], 6 * i);
  }
  drawTriangles(target, picture, { triangles, source, positions }, 0);
}
