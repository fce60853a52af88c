// What an operation on keys hands to the command `editScoreKeys`: the least that makes the new keys
// out of the old ones.
import { lowerBound } from '../project/row-order.ts';
import type { CurveKey } from './curve-key.ts';

/** A key of the result; `from` is the tick where the same key stood before it moved. */
export type PlacedKey = CurveKey & { readonly from?: number };

export interface KeyEdit {
  readonly set: PlacedKey[];
  /** Ticks of keys that go. */
  readonly remove: number[];
}

export const NO_EDIT: KeyEdit = { set: [], remove: [] };

const sameHandle = (a: CurveKey['inHandle'], b: CurveKey['inHandle']): boolean =>
  a === b || (a !== null && b !== null && a.ticks === b.ticks && a.value === b.value);

const sameKey = (a: CurveKey, b: CurveKey): boolean =>
  a.value === b.value &&
  a.interpolation === b.interpolation &&
  sameHandle(a.inHandle, b.inHandle) &&
  sameHandle(a.outHandle, b.outHandle);

const plain = ({ tick, value, interpolation, inHandle, outHandle }: CurveKey): CurveKey => ({
  tick,
  value,
  interpolation,
  inHandle,
  outHandle,
});

/** The edit that turns one person's keys into others. Both by rising tick. */
export function diffKeys(before: readonly CurveKey[], after: readonly PlacedKey[]): KeyEdit {
  const old = new Map(before.map((key) => [key.tick, key]));
  const kept = new Set(after.map((key) => key.tick));
  const moved = new Set<number>();
  for (const { from, tick } of after) if (from !== undefined && from !== tick) moved.add(from);
  const set = after.flatMap((key): PlacedKey[] => {
    const { from, tick } = key;
    if (from !== undefined && from !== tick) return [{ ...plain(key), from }];
    const standing = old.get(tick);
    const same = standing !== undefined && !moved.has(tick) && sameKey(standing, key);
    return same ? [] : [plain(key)];
  });
  const remove = before.flatMap(({ tick }) => (kept.has(tick) || moved.has(tick) ? [] : [tick]));
  return { set, remove };
}

/** The keys after an edit, as the command makes them: for drawing a gesture that is not done yet. */
export function applyKeyEdit(keys: readonly CurveKey[], { set, remove }: KeyEdit): CurveKey[] {
  const gone = new Set(remove);
  for (const { from } of set) if (from !== undefined) gone.add(from);
  const placed = new Map(set.map((key) => [key.tick, plain(key)]));
  const rest = keys.filter(({ tick }) => !gone.has(tick) && !placed.has(tick));
  return [...rest, ...placed.values()].sort((a, b) => a.tick - b.tick);
}

/** Puts one key among others, in the place of one at its tick. */
export function withKey(keys: readonly CurveKey[], key: CurveKey): CurveKey[] {
  const index = lowerBound(keys, (each) => each.tick < key.tick);
  const replaced = keys[index]?.tick === key.tick ? 1 : 0;
  return keys.toSpliced(index, replaced, key);
}
