// How the curve leaves and meets keys: interpolation and handles.
import type { CurveKey } from './curve-key.ts';
import { diffKeys, NO_EDIT, type KeyEdit } from './key-edit.ts';

/**
 * Sets how the curve leaves the keys at `ticks`. Bezier starts flat on both sides ("ease"); hold and
 * linear have no use for the handle they leave by.
 */
export function setInterpolation(
  keys: readonly CurveKey[],
  ticks: Iterable<number>,
  interpolation: CurveKey['interpolation'],
): KeyEdit {
  const chosen = new Set(ticks);
  return diffKeys(
    keys,
    keys.map((key) => {
      if (!chosen.has(key.tick) || key.value === null) return key;
      const inHandle = interpolation === 'bezier' ? null : key.inHandle;
      return { ...key, interpolation, inHandle, outHandle: null };
    }),
  );
}

export type HandleSide = 'in' | 'out';

/**
 * Drags one handle of a key. Unbroken, the other handle turns along and keeps its length in time.
 * @param ticks, value from the key to the pointer; a handle never crosses its key
 */
export function dragHandle(
  keys: readonly CurveKey[],
  tick: number,
  side: HandleSide,
  to: { readonly ticks: number; readonly value: number },
  broken: boolean,
): KeyEdit {
  const index = keys.findIndex((key) => key.tick === tick);
  if (index < 0 || keys[index].value === null) return NO_EDIT;
  const key = keys[index];
  const length = (neighbour: CurveKey | undefined): number =>
    neighbour === undefined ? 0 : Math.abs(neighbour.tick - tick);
  const lengths = { in: length(keys[index - 1]), out: length(keys[index + 1]) };
  const limit = (value: number): number => Math.min(2, Math.max(-2, value));
  const sideTicks = side === 'in' ? -to.ticks : to.ticks;
  const dragged = {
    ticks: Math.round(Math.min(lengths[side], Math.max(0, sideTicks))),
    value: limit(to.value),
  };
  const otherSide = side === 'in' ? 'out' : 'in';
  const other = side === 'in' ? key.outHandle : key.inHandle;
  const otherTicks = other?.ticks ?? Math.round(lengths[otherSide] / 3);
  const turned =
    broken || dragged.ticks === 0
      ? other
      : { ticks: otherTicks, value: limit((-dragged.value * otherTicks) / dragged.ticks) };
  return diffKeys(
    keys,
    keys.with(index, {
      ...key,
      // Whoever drags a handle wants to see it act.
      interpolation: side === 'out' || !broken ? 'bezier' : key.interpolation,
      inHandle: side === 'in' ? dragged : turned,
      outHandle: side === 'out' ? dragged : turned,
    }),
  );
}
