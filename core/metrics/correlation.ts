// Pearson correlation over frames, where NaN marks a frame without a measurement.

/** Which frames count; all when left out. */
export type FrameMask = ArrayLike<number | boolean>;

/** Fewer common frames than this say nothing about a correlation. */
const MIN_FRAMES = 8;

/**
 * Pearson's r of two curves over the frames of `mask` in which both are finite. Null when fewer than
 * eight remain or one of them does not change. Frames beyond the shorter curve do not count.
 */
export function pearson(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  mask?: FrameMask,
): number | null {
  return laggedPearson(a, b, 0, mask);
}

/** Pearson's r of `a[t]` with `b[t - lag]`: positive lag means that `a` follows `b` late. */
export function laggedPearson(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  lag: number,
  mask?: FrameMask,
): number | null {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let t = Math.max(0, lag); t < Math.min(a.length, b.length + lag); t++) {
    if (mask !== undefined && !mask[t]) continue;
    if (!Number.isFinite(a[t]) || !Number.isFinite(b[t - lag])) continue;
    xs.push(a[t]);
    ys.push(b[t - lag]);
  }
  return xs.length < MIN_FRAMES ? null : correlate(xs, ys);
}

function correlate(xs: readonly number[], ys: readonly number[]): number | null {
  const meanX = mean(xs);
  const meanY = mean(ys);
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const dx = xs[i] - meanX;
    const dy = ys[i] - meanY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  const negligible = 1e-18;
  if (xx <= negligible * xs.length || yy <= negligible * xs.length) return null;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export interface BestLag {
  readonly lag: number;
  readonly r: number;
}

/** The lag in [-maxLag, maxLag] with the largest r; the one nearest to 0 among equals. */
export function findBestLag(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  maxLag: number,
  mask?: FrameMask,
): BestLag | null {
  let best: BestLag | null = null;
  for (let step = 0; step <= 2 * maxLag; step++) {
    const lag = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    const r = laggedPearson(a, b, lag, mask);
    if (r !== null && (best === null || r > best.r)) best = { lag, r };
  }
  return best;
}

/** No shift nearer to the true alignment than this counts as chance. */
const MIN_CHANCE_SHIFT = 12;

/**
 * What chance gives: the 95th percentile of r when the frames of `mask` keep their order but `b` is
 * rotated against `a` by 12 frames or more (spec draft-generator 2.1). Null for short curves.
 */
export function chanceCorrelation(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  mask: FrameMask,
): number | null {
  const frames: number[] = [];
  for (let t = 0; t < Math.min(a.length, b.length); t++) {
    if (mask[t] && Number.isFinite(a[t]) && Number.isFinite(b[t])) frames.push(t);
  }
  const values: number[] = [];
  for (let shift = MIN_CHANCE_SHIFT; shift <= frames.length - MIN_CHANCE_SHIFT; shift++) {
    const r = pearson(
      frames.map((t) => a[t]),
      frames.map((_, i) => b[frames[(i + shift) % frames.length]]),
    );
    if (r !== null) values.push(r);
  }
  return values.length === 0 ? null : percentile(values, 95);
}

/** Linearly interpolated percentile, 0..100, of the finite values; NaN when there are none. */
export function percentile(values: ArrayLike<number>, percent: number): number {
  const sorted = Array.from(values)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const position = ((sorted.length - 1) * percent) / 100;
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}
