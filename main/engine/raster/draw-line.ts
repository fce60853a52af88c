// A line that fades to both sides and at its ends: lashes, the seam of closed lips.

import type { Rgb } from '#core/mesh/puppet.ts';
import { blendBand } from './blend.ts';
import type { FrameBuffer } from './frame-buffer.ts';

/** Share of the line's length over which each end fades in. */
const END_FADE = 0.2;

/** @param line from left to right. // [n, 2] px */
export function drawSoftLine(
  frame: FrameBuffer,
  line: Float32Array,
  halfWidthPx: number,
  color: Rgb,
  opacity: number,
): void {
  const above = line.slice();
  const below = line.slice();
  for (let i = 1; i < line.length; i += 2) {
    above[i] -= halfWidthPx;
    below[i] += halfWidthPx;
  }
  const clear = { color, opacity: 0 };
  const full = { color, opacity };
  blendBand(frame, above, line, clear, full, END_FADE);
  blendBand(frame, line, below, full, clear, END_FADE);
}
