// Statistics of per-frame curves; NaN marks a frame without a measurement and never counts.

import type { FrameMask } from './correlation.ts';

/** `|curve[t] - curve[t - 1]|`, NaN at frame 0. // [T] -> [T] */
export function absoluteChanges(curve: ArrayLike<number>): Float32Array {
  return Float32Array.from(curve, (value, t) => (t === 0 ? NaN : Math.abs(value - curve[t - 1])));
}

/** Mean of the finite values in the mask; null when there are none. */
export function maskedMean(curve: ArrayLike<number>, mask: FrameMask): number | null {
  const values = maskedValues(curve, mask);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Population standard deviation of the finite values in the mask; null when there are none. */
export function maskedDeviation(curve: ArrayLike<number>, mask: FrameMask): number | null {
  const values = maskedValues(curve, mask);
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** The finite values in the mask, in order. */
export function maskedValues(curve: ArrayLike<number>, mask: FrameMask): number[] {
  const values: number[] = [];
  for (let t = 0; t < curve.length; t++) {
    if (mask[t] && Number.isFinite(curve[t])) values.push(curve[t]);
  }
  return values;
}

/**
 * Resamples a curve by time with linear interpolation: value t of the result lies at `t / toRate`
 * seconds. NaN where a neighbour is NaN or the curve has ended. // [T] -> [frames]
 */
export function resampleCurve(
  curve: ArrayLike<number>,
  fromRate: number,
  toRate: number,
  frames: number,
): Float32Array {
  return Float32Array.from({ length: frames }, (_, t) => {
    const position = (t * fromRate) / toRate;
    const below = Math.floor(position);
    const fraction = position - below;
    if (below >= curve.length || (fraction > 0 && below + 1 >= curve.length)) return NaN;
    return fraction === 0
      ? curve[below]
      : curve[below] * (1 - fraction) + curve[below + 1] * fraction;
  });
}
