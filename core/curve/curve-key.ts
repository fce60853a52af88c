// A key of a speaking-score curve as the editor handles it: without id and person.
import type { ScoreKey } from '../project/document.ts';
import { lowerBound } from '../project/row-order.ts';

export type CurveKey = Pick<
  ScoreKey,
  'tick' | 'value' | 'interpolation' | 'inHandle' | 'outHandle'
>;

/** A key with a value; one without hands back to the analysed score. */
export type ValueKey = CurveKey & { readonly value: number };

/** What the analysis says at a tick, in [-1, 1]. */
export type AnalysedScore = (tick: number) => number;

export const clampScore = (value: number): number => Math.min(1, Math.max(-1, value));

export const isValueKey = (key: CurveKey | undefined): key is ValueKey =>
  key !== undefined && key.value !== null;

/** A key without handles of its own. */
export function makeKey(
  tick: number,
  value: number | null,
  interpolation: CurveKey['interpolation'],
): CurveKey {
  return { tick, value, interpolation, inHandle: null, outHandle: null };
}

/** The index of the last key at or before a tick, or -1. */
export function keyIndexAt(keys: readonly Pick<CurveKey, 'tick'>[], tick: number): number {
  return lowerBound(keys, (key) => key.tick <= tick) - 1;
}
