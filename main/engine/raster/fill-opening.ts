// Fills an opening of the face softly: hem of skin, then the layer inside, then both over the
// frame by how far the face has departed from the picture.

import type { Opening } from '#core/mesh/opening.ts';
import { blendPixel } from './blend.ts';
import type { Coverage } from './coverage.ts';
import { coverageStride, coverPolygon } from './coverage.ts';
import type { VertexPlaces } from './draw-skirt.ts';
import { drawSkirt } from './draw-skirt.ts';
import type { FrameBuffer } from './frame-buffer.ts';

/** Scratch memory of one compositor; both buffers have the size of the frame. */
export interface OpeningScratch {
  readonly coverage: Coverage;
  /** The frame with the hem. */
  readonly hem: FrameBuffer;
  /** What lies inside the opening. */
  readonly inside: FrameBuffer;
}

export interface OpeningFill {
  readonly opening: Opening;
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** 0 leaves the frame as it is. */
  readonly opacity: number;
  /** Paints `scratch.inside` within the bounds of `scratch.coverage`. */
  readonly paint: () => void;
}

export function fillOpening(
  frame: FrameBuffer,
  picture: FrameBuffer,
  scratch: OpeningScratch,
  places: VertexPlaces,
  fill: OpeningFill,
): void {
  const { coverage, hem, inside } = scratch;
  if (fill.opacity <= 0) return;
  if (!coverPolygon(coverage, fill.opening.contour, frame.width, frame.height)) return;
  const { bounds, values } = coverage;
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const row = y * frame.stride;
    hem.pixels.set(frame.pixels.subarray(row + bounds.left, row + bounds.right), row + bounds.left);
  }
  drawSkirt(hem, picture, places, fill.upper, fill.lower);
  fill.paint();
  const stride = coverageStride(coverage);
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const row = y * frame.stride;
    const from = (y - bounds.top) * stride - bounds.left;
    for (let x = bounds.left; x < bounds.right; x++) {
      const at = row + x;
      const weight = values[from + x];
      if (weight > 0) lay(hem.pixels, at, inside.pixels[at], weight);
      if (hem.pixels[at] !== frame.pixels[at]) lay(frame.pixels, at, hem.pixels[at], fill.opacity);
    }
  }
}

function lay(target: Int32Array, at: number, pixel: number, weight: number): void {
  blendPixel(target, at, pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, weight);
}
