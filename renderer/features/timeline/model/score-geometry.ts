// From speaking scores to heights in their lane and back.
import type { Band } from '../draw/pen.ts';

const MARGIN_PX = 5;

export function scoreY({ topPx, heightPx }: Band, value: number): number {
  return topPx + heightPx / 2 - value * (heightPx / 2 - MARGIN_PX);
}

export function scoreAt({ topPx, heightPx }: Band, yPx: number): number {
  const value = (topPx + heightPx / 2 - yPx) / (heightPx / 2 - MARGIN_PX);
  return Math.min(1, Math.max(-1, value));
}

/** Score per pixel upwards. */
export function scorePerPixel({ heightPx }: Pick<Band, 'heightPx'>): number {
  return 1 / (heightPx / 2 - MARGIN_PX);
}
