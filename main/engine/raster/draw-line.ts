// A line that fades to both sides and at its ends: lashes, the seam of closed lips.

import type { Rgb } from '#core/mesh/puppet.ts';
import { blendBand } from './blend.ts';
import type { FrameBuffer } from './frame-buffer.ts';

/** Share of the line's length over which each end fades in. */
const END_FADE = 0.25;

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
  const last = line.length / 2 - 1;
  const fade = Float32Array.from({ length: last + 1 }, (_, i) =>
    Math.min(1, Math.min(i, last - i) / (last * END_FADE)),
  );
  const clear = { color, opacity: 0 };
  const full = { color, opacity };
  blendBand(frame, above, line, clear, full, fade);
  blendBand(frame, line, below, full, clear, fade);
}
