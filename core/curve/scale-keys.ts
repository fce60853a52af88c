// Stretches a selection of keys about a point, in time, in value, or in both.
import { clampScore, type CurveKey } from './curve-key.ts';
import { withReleases } from './edited-spans.ts';
import { diffKeys, type KeyEdit, type PlacedKey } from './key-edit.ts';
import { findFreeRanges, type FreeRange, type MoveLimits } from './move-keys.ts';

export interface KeyScale {
  readonly pivotTick: number;
  readonly time: number;
  readonly pivotValue: number;
  readonly value: number;
}

/** A key that is scaled, with the release that rides right behind it. */
interface ScaledKey extends FreeRange {
  readonly tick: number;
}

/** The selected keys but for releases that ride behind one; those only narrow its range. */
function findScaledKeys(
  keys: readonly CurveKey[],
  chosen: ReadonlySet<number>,
  limits: MoveLimits,
): ScaledKey[] {
  const ranges = findFreeRanges(keys, chosen, limits);
  const scaled: ScaledKey[] = [];
  keys
    .filter(({ tick }) => chosen.has(tick))
    .forEach(({ tick, value }, index) => {
      const last = scaled.at(-1);
      const { low, high } = ranges[index];
      if (value === null && last !== undefined && tick - last.tick <= limits.frameTicks) {
        scaled[scaled.length - 1] = {
          ...last,
          high: Math.min(last.high, high - (tick - last.tick)),
        };
      } else scaled.push({ tick, low, high });
    });
  return scaled;
}

/** The nearest factor to the wanted one at which no key leaves its free range or meets another. */
function legalFactor(
  scaled: readonly ScaledKey[],
  pivotTick: number,
  wanted: number,
  frameTicks: number,
): number {
  let [low, high] = [0, Infinity];
  scaled.forEach((key, index) => {
    const arm = key.tick - pivotTick;
    if (arm !== 0) {
      const ends = [(key.low - pivotTick) / arm, (key.high - pivotTick) / arm];
      low = Math.max(low, Math.min(...ends));
      high = Math.min(high, Math.max(...ends));
    }
    // Two frames: room for a release between them. Keys that are nearer already stay as near.
    if (index > 0)
      low = Math.max(low, Math.min(1, (2 * frameTicks) / (key.tick - scaled[index - 1].tick)));
  });
  return Math.min(Math.max(wanted, low), high);
}

/** Scales the keys at `ticks`. Time stops where a key would meet another one. */
export function scaleKeys(
  keys: readonly CurveKey[],
  ticks: Iterable<number>,
  scale: KeyScale,
  limits: MoveLimits,
): KeyEdit {
  const chosen = withReleases(keys, ticks, limits.frameTicks);
  const scaled = findScaledKeys(keys, chosen, limits);
  const { pivotTick, pivotValue } = scale;
  const time = legalFactor(scaled, pivotTick, scale.time, limits.frameTicks);
  const places = new Map(
    scaled.map(({ tick }) => [tick, Math.round(pivotTick + (tick - pivotTick) * time)]),
  );
  const handle = (own: CurveKey['inHandle']): CurveKey['inHandle'] =>
    own && {
      ticks: Math.round(own.ticks * time),
      value: Math.min(2, Math.max(-2, own.value * scale.value)),
    };
  return diffKeys(
    keys,
    keys.map((key, index): PlacedKey => {
      if (!chosen.has(key.tick)) return key;
      const carrier = keys[index - 1] as CurveKey | undefined;
      const place =
        places.get(key.tick) ??
        key.tick + (places.get(carrier?.tick ?? NaN) ?? 0) - (carrier?.tick ?? 0);
      const value =
        key.value === null ? null : clampScore(pivotValue + (key.value - pivotValue) * scale.value);
      return {
        tick: place,
        value,
        interpolation: key.interpolation,
        inHandle: handle(key.inHandle),
        outHandle: handle(key.outHandle),
        from: key.tick,
      };
    }),
  );
}
