// Keys move together and keep their order: a selection stops one frame before a key outside of it,
// so that nothing is replaced by accident and a drag can always go back.
import { clampScore, type CurveKey } from './curve-key.ts';
import { withReleases } from './edited-spans.ts';
import { diffKeys, type KeyEdit, type PlacedKey } from './key-edit.ts';

export interface KeyMove {
  readonly ticks: number;
  readonly value: number;
}

export interface MoveLimits {
  readonly frameTicks: number;
  /** The end of the film; keys stay before it. */
  readonly endTick: number;
}

/** Where a key may stand without meeting a key outside the selection. */
export interface FreeRange {
  readonly low: number;
  readonly high: number;
}

/** The free range of each selected key, in key order. */
export function findFreeRanges(
  keys: readonly CurveKey[],
  chosen: ReadonlySet<number>,
  { frameTicks, endTick }: MoveLimits,
): FreeRange[] {
  const lows: number[] = [];
  const highs: number[] = [];
  let low = 0;
  for (const { tick } of keys) {
    if (chosen.has(tick)) lows.push(Math.min(low, tick));
    else low = tick + frameTicks;
  }
  let high = endTick;
  for (const { tick } of keys.toReversed()) {
    if (chosen.has(tick)) highs.push(Math.max(high, tick));
    else high = tick - frameTicks;
  }
  highs.reverse();
  return lows.map((each, index) => ({ low: each, high: highs[index] }));
}

/**
 * Moves the keys at `ticks` in time and value. Values stop at -1 and 1 each by itself; time stops
 * for all where it stops for one.
 */
export function moveKeys(
  keys: readonly CurveKey[],
  ticks: Iterable<number>,
  move: KeyMove,
  limits: MoveLimits,
): KeyEdit {
  const chosen = withReleases(keys, ticks, limits.frameTicks);
  const ranges = findFreeRanges(keys, chosen, limits);
  const selected = keys.filter(({ tick }) => chosen.has(tick));
  let shift = Math.round(move.ticks);
  selected.forEach(({ tick }, index) => {
    shift = Math.min(ranges[index].high - tick, Math.max(ranges[index].low - tick, shift));
  });
  return diffKeys(
    keys,
    keys.map((key): PlacedKey =>
      chosen.has(key.tick)
        ? {
            ...key,
            tick: key.tick + shift,
            value: key.value === null ? null : clampScore(key.value + move.value),
            from: key.tick,
          }
        : key,
    ),
  );
}

/** Moves all keys of a person in time, as far as the ends of the film let them. */
export function shiftKeys(
  keys: readonly CurveKey[],
  shiftTicks: number,
  limits: MoveLimits,
): KeyEdit {
  const all = keys.map(({ tick }) => tick);
  return moveKeys(keys, all, { ticks: shiftTicks, value: 0 }, limits);
}
