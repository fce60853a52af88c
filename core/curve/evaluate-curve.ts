// From keys to values: at one tick, or once per frame.
import { frameToTicks, type Rational } from '../time/ticks.ts';
import { cubicOf, cubicValue, type Cubic } from './bezier.ts';
import { isValueKey, keyIndexAt, type CurveKey } from './curve-key.ts';

/** The value between key `index` and the next one; NaN where the analysed score holds. */
function segmentOf(keys: readonly CurveKey[], index: number): (tick: number) => number {
  const key = keys[index] as CurveKey | undefined;
  if (!isValueKey(key)) return () => NaN;
  const next = keys[index + 1];
  if (!isValueKey(next) || key.interpolation === 'hold') return () => key.value;
  const length = next.tick - key.tick;
  if (key.interpolation === 'linear') {
    return (tick) => key.value + (next.value - key.value) * ((tick - key.tick) / length);
  }
  const cubic: Cubic = cubicOf(key, next);
  return (tick) => cubicValue(cubic, (tick - key.tick) / length);
}

/** The curve at a tick; NaN where the analysed score holds. @param keys by rising tick */
export function curveValueAt(keys: readonly CurveKey[], tick: number): number {
  return segmentOf(keys, keyIndexAt(keys, tick))(tick);
}

/**
 * The curve once per frame, at the frame's first tick; NaN where the analysed score holds.
 * @param keys by rising tick
 * @returns // [frameCount]
 */
export function evaluateCurve(
  keys: readonly CurveKey[],
  rate: Rational,
  firstFrame: number,
  frameCount: number,
): Float32Array {
  const values = new Float32Array(frameCount).fill(NaN);
  if (keys.length === 0) return values;
  let index = keyIndexAt(keys, frameToTicks(firstFrame, rate));
  let valueAt = segmentOf(keys, index);
  for (let i = 0; i < frameCount; i++) {
    const tick = frameToTicks(firstFrame + i, rate);
    const before = index;
    while (index + 1 < keys.length && keys[index + 1].tick <= tick) index++;
    if (index !== before) valueAt = segmentOf(keys, index);
    values[i] = valueAt(tick);
  }
  return values;
}
