// What it takes to fill an opening of the face: a hem of skin, the inside, its soft contour.

import type { Opening } from '#core/mesh/opening.ts';
import type { Puppet } from '#core/mesh/puppet.ts';
import type { FrameGeometry, IndexRange } from './frame-geometry.ts';
import type { PixelRect } from './pixel-rect.ts';
import { contourRect } from './pixel-rect.ts';
import { addHem } from './textured-triangles.ts';

export interface OpeningPlan {
  readonly rect: PixelRect;
  /** // [N, 2] px */
  readonly contour: Float32Array;
  /** 0 leaves the picture's own opening, 1 replaces it. */
  readonly opacity: number;
  readonly hem: IndexRange;
}

export interface OpeningLines {
  readonly upperLine: readonly number[];
  readonly lowerLine: readonly number[];
}

/** Null when there is nothing to fill. */
export function planOpening(
  geometry: FrameGeometry,
  puppet: Puppet,
  positions: Float32Array,
  { upperLine, lowerLine }: OpeningLines,
  { contour }: Opening,
  opacity: number,
): OpeningPlan | null {
  const rect = opacity > 0 ? contourRect(contour, puppet.width, puppet.height) : null;
  if (!rect) return null;
  const hem = geometry.range(() => {
    addHem(geometry, puppet, positions, upperLine, lowerLine, -1);
    addHem(geometry, puppet, positions, lowerLine, upperLine, 1);
  });
  return { rect, contour, opacity, hem };
}
