// One segment of a curve between two keys, as a cubic that never runs backwards in time.
import { clampScore, type ValueKey } from './curve-key.ts';

/** Handle offsets stay within what the document holds. */
const MAX_HANDLE_VALUE = 2;
/** The furthest that one handle can reach in a curve that is monotone in time, in lengths of the segment. */
const MAX_REACH = 4 / 3;
const NEWTON_STEPS = 6;
const BISECTION_STEPS = 40;
const PRECISION = 1e-9;

/** Control points: time as a fraction of the segment, and value. The ends are 0 and 1. */
export interface Cubic {
  readonly x1: number;
  readonly x2: number;
  readonly y0: number;
  readonly y1: number;
  readonly y2: number;
  readonly y3: number;
}

/**
 * Handles that would send time backwards are drawn in together, just as far as needed: with reaches a and c
 * time is monotone while a + c - sqrt(a c) <= 1 (Fritsch and Carlson, SIAM J. Numer. Anal. 17, 1980). A
 * handle may so reach beyond its neighbour, as the halves of a split curve do.
 */
export function cubicOf(key: ValueKey, next: ValueKey): Cubic {
  const length = next.tick - key.tick;
  const reach = (handle: ValueKey['outHandle']): number =>
    handle === null ? 1 / 3 : Math.min(MAX_REACH, handle.ticks / length);
  const [a, c] = [reach(key.outHandle), reach(next.inHandle)];
  const scale = 1 / Math.max(1, a + c - Math.sqrt(a * c));
  return {
    x1: a * scale,
    x2: 1 - c * scale,
    y0: key.value,
    y1: key.value + (key.outHandle?.value ?? 0),
    y2: next.value + (next.inHandle?.value ?? 0),
    y3: next.value,
  };
}

const bernstein = (p0: number, p1: number, p2: number, p3: number, t: number): number => {
  const s = 1 - t;
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
};

/** The curve parameter at a time fraction: Newton, and bisection where Newton does not settle. */
export function solveTime({ x1, x2 }: Pick<Cubic, 'x1' | 'x2'>, fraction: number): number {
  let t = fraction;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const error = bernstein(0, x1, x2, 1, t) - fraction;
    if (Math.abs(error) < PRECISION) return t;
    const s = 1 - t;
    const slope = 3 * s * s * x1 + 6 * s * t * (x2 - x1) + 3 * t * t * (1 - x2);
    if (slope < 1e-6) break;
    t = Math.min(1, Math.max(0, t - error / slope));
  }
  let [low, high] = [0, 1];
  for (let step = 0; step < BISECTION_STEPS; step++) {
    t = (low + high) / 2;
    if (bernstein(0, x1, x2, 1, t) < fraction) low = t;
    else high = t;
  }
  return t;
}

/** Value at a time fraction in [0, 1]. */
export function cubicValue(cubic: Cubic, fraction: number): number {
  const t = solveTime(cubic, fraction);
  return clampScore(bernstein(cubic.y0, cubic.y1, cubic.y2, cubic.y3, t));
}

/** Cuts the segment at a tick in two that together draw the same curve (de Casteljau). */
export function splitCubic(
  key: ValueKey,
  next: ValueKey,
  tick: number,
): [left: ValueKey, middle: ValueKey, right: ValueKey] {
  const length = next.tick - key.tick;
  const { x1, x2, y0, y1, y2, y3 } = cubicOf(key, next);
  const t = solveTime({ x1, x2 }, (tick - key.tick) / length);
  const mix = (a: number, b: number): number => a + (b - a) * t;
  const [ax, bx, cx] = [mix(0, x1), mix(x1, x2), mix(x2, 1)];
  const [ay, by, cy] = [mix(y0, y1), mix(y1, y2), mix(y2, y3)];
  const [dx, ex] = [mix(ax, bx), mix(bx, cx)];
  const [dy, ey] = [mix(ay, by), mix(by, cy)];
  const value = clampScore(mix(dy, ey));
  const at = (tick - key.tick) / length;
  const handle = (reach: number, rise: number) => ({
    ticks: Math.max(0, Math.round(reach * length)),
    value: Math.min(MAX_HANDLE_VALUE, Math.max(-MAX_HANDLE_VALUE, rise)),
  });
  return [
    { ...key, outHandle: handle(ax, ay - y0) },
    {
      tick,
      value,
      interpolation: 'bezier',
      inHandle: handle(at - dx, dy - value),
      outHandle: handle(ex - at, ey - value),
    },
    { ...next, inHandle: handle(1 - cx, cy - y3) },
  ];
}
