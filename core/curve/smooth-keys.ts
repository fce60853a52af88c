// Rounder curves: values come nearer to the line between their neighbours, handles follow the run.
import { clampScore, isValueKey, type CurveKey } from './curve-key.ts';
import { diffKeys, type KeyEdit } from './key-edit.ts';

/**
 * A slope at a key that lets the curve stay between its neighbours (Fritsch-Butland).
 * @param left, right rise per tick to either side
 */
function roundSlope(left: number, right: number, before: number, after: number): number {
  if (left * right <= 0) return 0;
  return (3 * (before + after)) / ((2 * after + before) / left + (after + 2 * before) / right);
}

/**
 * Smooths the keys at `ticks`; the first and the last key of a span stay, so its ends do not step.
 * @param amount 0 only rounds the handles, 1 puts each key on the line between its neighbours
 */
export function smoothKeys(
  keys: readonly CurveKey[],
  ticks: Iterable<number>,
  amount: number,
): KeyEdit {
  const chosen = new Set(ticks);
  const values = keys.map((key, index) => {
    const [before, after] = [keys[index - 1], keys[index + 1]];
    if (!chosen.has(key.tick) || !isValueKey(key)) return key.value;
    if (!isValueKey(before) || !isValueKey(after)) return key.value;
    const share = (key.tick - before.tick) / (after.tick - before.tick);
    const straight = before.value + (after.value - before.value) * share;
    return clampScore(key.value + (straight - key.value) * amount);
  });
  return diffKeys(
    keys,
    keys.map((key, index) => {
      const value = values[index];
      if (!chosen.has(key.tick) || value === null) return key;
      const [low, high] = [values[index - 1], values[index + 1]];
      // No neighbour inside the span: a flat end, as without handles.
      if (typeof low !== 'number' || typeof high !== 'number') {
        return { ...key, value, interpolation: 'bezier' as const, inHandle: null, outHandle: null };
      }
      const before = key.tick - keys[index - 1].tick;
      const after = keys[index + 1].tick - key.tick;
      const slope = roundSlope((value - low) / before, (high - value) / after, before, after);
      const handle = (length: number, direction: number) => ({
        ticks: Math.round(length / 3),
        value: (direction * slope * length) / 3,
      });
      return {
        ...key,
        value,
        interpolation: 'bezier' as const,
        inHandle: handle(before, -1),
        outHandle: handle(after, 1),
      };
    }),
  );
}
