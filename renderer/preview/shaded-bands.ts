// Soft colour without a texture: strips that shade from one line to another.

import type { Rgb } from '#core/mesh/puppet.ts';
import type { FrameGeometry } from './frame-geometry.ts';

/** Colour 0..255 and opacity 0..1. */
export interface Shade {
  readonly color: Rgb;
  readonly opacity: number;
}

/** Share of a soft line's length over which each end fades in. */
const END_FADE = 0.25;

/**
 * @param first, second lines of equal length. // [n, 2] px
 * @param columns factor on the opacity per point of the lines. // [n]
 */
export function addBand(
  geometry: FrameGeometry,
  first: Float32Array,
  second: Float32Array,
  from: Shade,
  to: Shade,
  columns?: Float32Array,
): void {
  const base = geometry.vertexCount;
  for (let i = 0; 2 * i < first.length; i++) {
    const fade = columns ? columns[i] : 1;
    geometry.addShadedVertex(first[2 * i], first[2 * i + 1], from.color, from.opacity, fade);
    geometry.addShadedVertex(second[2 * i], second[2 * i + 1], to.color, to.opacity, fade);
  }
  for (let i = base; i + 2 < geometry.vertexCount; i += 2) {
    geometry.addTriangle(i, i + 2, i + 1);
    geometry.addTriangle(i + 2, i + 3, i + 1);
  }
}

/** A line that fades to both sides and at its ends. @param line // [n, 2] px */
export function addSoftLine(
  geometry: FrameGeometry,
  line: Float32Array,
  halfWidthPx: number,
  { color, opacity }: Shade,
): void {
  const last = line.length / 2 - 1;
  const fade = Float32Array.from({ length: last + 1 }, (_, i) =>
    Math.min(1, Math.min(i, last - i) / (last * END_FADE)),
  );
  const clear = { color, opacity: 0 };
  addBand(geometry, shiftLine(line, -halfWidthPx), line, clear, { color, opacity }, fade);
  addBand(geometry, line, shiftLine(line, halfWidthPx), { color, opacity }, clear, fade);
}

/** The same line `distancePx` lower. */
export function shiftLine(line: Float32Array, distancePx: number): Float32Array {
  return line.map((value, i) => (i % 2 === 1 ? value + distancePx : value));
}
