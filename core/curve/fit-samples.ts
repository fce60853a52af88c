// From many samples of a drawn line to few bezier keys (Schneider's recursion, for a curve over
// time): each piece is the cubic with the best slopes at its ends, and is cut where it errs most.
import { clampScore, makeKey, type ValueKey } from './curve-key.ts';

export interface CurveSample {
  readonly tick: number;
  readonly value: number;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** Rise over the whole piece at its two ends. */
  readonly rises: readonly [number, number];
}

/** Hermite weights of both ends and both rises at a time fraction. */
function hermite(x: number): [number, number, number, number] {
  const y = 1 - x;
  return [y * y * (1 + 2 * x), x * y * y, x * x * (3 - 2 * x), -x * x * y];
}

/** The two rises with the least squared error; 0 where samples say nothing about them. */
function bestRises(
  samples: readonly CurveSample[],
  from: number,
  to: number,
): readonly [number, number] {
  const [a, b] = [samples[from], samples[to]];
  let [m00, m01, m11, v0, v1] = [0, 0, 0, 0, 0];
  for (let i = from + 1; i < to; i++) {
    const [h0, h1, h2, h3] = hermite((samples[i].tick - a.tick) / (b.tick - a.tick));
    const rest = samples[i].value - h0 * a.value - h2 * b.value;
    m00 += h1 * h1;
    m01 += h1 * h3;
    m11 += h3 * h3;
    v0 += h1 * rest;
    v1 += h3 * rest;
  }
  const determinant = m00 * m11 - m01 * m01;
  // One or two samples leave the slopes open: go straight.
  if (determinant < 1e-9) return [b.value - a.value, b.value - a.value];
  const limit = (rise: number): number => Math.min(6, Math.max(-6, rise));
  return [limit((v0 * m11 - v1 * m01) / determinant), limit((v1 * m00 - v0 * m01) / determinant)];
}

/** The sample that a piece misses most, and by how much. */
function worst(samples: readonly CurveSample[], piece: Piece): { index: number; error: number } {
  const [a, b] = [samples[piece.from], samples[piece.to]];
  let [index, error] = [piece.from, 0];
  for (let i = piece.from + 1; i < piece.to; i++) {
    const [h0, h1, h2, h3] = hermite((samples[i].tick - a.tick) / (b.tick - a.tick));
    const value = h0 * a.value + h1 * piece.rises[0] + h2 * b.value + h3 * piece.rises[1];
    const miss = Math.abs(clampScore(value) - samples[i].value);
    if (miss > error) [index, error] = [i, miss];
  }
  return { index, error };
}

/**
 * Keys whose curve passes every sample within `tolerance`, the first and the last one exactly.
 * @param samples by rising tick, values in [-1, 1]
 */
export function fitSamples(samples: readonly CurveSample[], tolerance: number): ValueKey[] {
  if (samples.length === 0) return [];
  const pieces: Piece[] = [];
  // Last piece first, so that pieces come out from left to right without recursion.
  const open: [number, number][] = samples.length > 1 ? [[0, samples.length - 1]] : [];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    const piece = { from, to, rises: bestRises(samples, from, to) };
    const { index, error } = worst(samples, piece);
    if (error <= tolerance) pieces.push(piece);
    else open.push([index, to], [from, index]);
  }
  const keys: ValueKey[] = [0, ...pieces.map(({ to }) => to)].map((index) => {
    const { tick, value } = samples[index];
    return makeKey(tick, clampScore(value), 'bezier') as ValueKey;
  });
  pieces.forEach(({ from, to, rises }, index) => {
    const ticks = Math.round((samples[to].tick - samples[from].tick) / 3);
    keys[index] = { ...keys[index], outHandle: { ticks, value: rises[0] / 3 } };
    keys[index + 1] = { ...keys[index + 1], inHandle: { ticks, value: -rises[1] / 3 } };
  });
  return keys;
}
