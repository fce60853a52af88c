// Where the user's curve holds, and where the analysed score does.
import { isValueKey, keyIndexAt, type CurveKey } from './curve-key.ts';

export interface EditedSpan {
  readonly startTick: number;
  /** Exclusive; null: to the end of the film. */
  readonly endTick: number | null;
}

export function isEditedAt(keys: readonly CurveKey[], tick: number): boolean {
  return isValueKey(keys[keyIndexAt(keys, tick)]);
}

/** The spans in which keys hold, in order. */
export function findEditedSpans(keys: readonly CurveKey[]): EditedSpan[] {
  const spans: EditedSpan[] = [];
  let startTick: number | null = null;
  for (const { tick, value } of keys) {
    if (value !== null) startTick ??= tick;
    else if (startTick !== null) {
      spans.push({ startTick, endTick: tick });
      startTick = null;
    }
  }
  if (startTick !== null) spans.push({ startTick, endTick: null });
  return spans;
}

/** Takes away releases of what is not held: they say nothing. */
export function dropIdleReleases<K extends CurveKey>(keys: readonly K[]): K[] {
  return keys.filter((key, index) => key.value !== null || isValueKey(keys[index - 1]));
}

/**
 * The ticks that move when `ticks` move: a release right behind the last key of a span (at most one
 * frame) belongs to that key.
 */
export function withReleases(
  keys: readonly CurveKey[],
  ticks: Iterable<number>,
  frameTicks: number,
): Set<number> {
  const chosen = new Set(ticks);
  keys.forEach((key, index) => {
    const next = keys[index + 1];
    if (next?.value !== null || !isValueKey(key)) return;
    if (chosen.has(key.tick) && next.tick - key.tick <= frameTicks) chosen.add(next.tick);
  });
  return chosen;
}
