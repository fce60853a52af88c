// A key on the curve as it runs: nothing moves until the user moves the key.
import { splitCubic } from './bezier.ts';
import { isValueKey, keyIndexAt, makeKey, type CurveKey } from './curve-key.ts';
import { curveValueAt } from './evaluate-curve.ts';
import { diffKeys, type KeyEdit } from './key-edit.ts';

/** The keys with one at `tick`, drawing the same curve. Unchanged where the curve does not hold. */
export function splitAt(keys: readonly CurveKey[], tick: number): CurveKey[] {
  const index = keyIndexAt(keys, tick);
  const key = keys[index] as CurveKey | undefined;
  if (!isValueKey(key) || key.tick === tick) return [...keys];
  const next = keys[index + 1];
  if (key.interpolation === 'bezier') {
    // Behind the last key the curve is flat, so the handle there has nothing to draw.
    const parts = isValueKey(next)
      ? splitCubic(key, next, tick)
      : [{ ...key, outHandle: null }, makeKey(tick, key.value, 'bezier')];
    return keys.toSpliced(index, isValueKey(next) ? 2 : 1, ...parts);
  }
  const value = curveValueAt(keys, tick);
  return keys.toSpliced(index + 1, 0, {
    ...makeKey(tick, value, key.interpolation),
  });
}

/** Adds a key inside an edited span. Empty where there is a key already, or no span. */
export function insertKey(keys: readonly CurveKey[], tick: number): KeyEdit {
  return diffKeys(keys, splitAt(keys, tick));
}
