// The first key where only the analysed score was: it opens a short span that begins and ends on the
// analysed curve, so that the curve never steps.
import { secondsToTicks } from '../time/ticks.ts';
import {
  clampScore,
  isValueKey,
  keyIndexAt,
  makeKey,
  type AnalysedScore,
  type CurveKey,
} from './curve-key.ts';
import { isEditedAt } from './edited-spans.ts';
import { splitAt } from './insert-key.ts';
import { diffKeys, withKey, type KeyEdit } from './key-edit.ts';

/** How far a new span reaches to either side of its key. */
export const SPAN_REACH_TICKS = secondsToTicks(0.4);

export interface NewKeyOptions {
  readonly analysedAt: AnalysedScore;
  readonly frameTicks: number;
  /** Default: the value the curve has there. */
  readonly value?: number;
}

/**
 * Opens a span around `tick`: a key on the analysed curve 0.4 s before and after, and a release one
 * frame behind. Where another span is nearer, the two become one.
 */
export function openEditedSpan(
  keys: readonly CurveKey[],
  tick: number,
  { analysedAt, frameTicks, value }: NewKeyOptions,
): KeyEdit {
  const pin = (at: number, interpolation: CurveKey['interpolation']): CurveKey =>
    makeKey(at, clampScore(analysedAt(at)), interpolation);
  const startTick = Math.max(0, Math.floor((tick - SPAN_REACH_TICKS) / frameTicks) * frameTicks);
  const endTick = Math.ceil((tick + SPAN_REACH_TICKS) / frameTicks) * frameTicks;

  const index = keyIndexAt(keys, tick);
  const release = keys[index] as CurveKey | undefined;
  const ends = keys[index - 1];
  let after = [...keys];
  if (release !== undefined && isValueKey(ends) && release.tick >= startTick - frameTicks) {
    after.splice(index, 1);
    if (ends.interpolation === 'hold') after[index - 1] = { ...ends, interpolation: 'bezier' };
  } else if (startTick < tick) after = withKey(after, pin(startTick, 'bezier'));
  after = withKey(after, makeKey(tick, clampScore(value ?? analysedAt(tick)), 'bezier'));

  const next = keys[index + 1] as CurveKey | undefined;
  if (next === undefined || next.tick > endTick + frameTicks) {
    after = withKey(after, pin(endTick, 'hold'));
    after = withKey(after, makeKey(endTick + frameTicks, null, 'hold'));
  }
  return diffKeys(keys, after);
}

/** A click on the line: a key inside a span, or a new span around it. */
export function addKey(keys: readonly CurveKey[], tick: number, options: NewKeyOptions): KeyEdit {
  if (!isEditedAt(keys, tick)) return openEditedSpan(keys, tick, options);
  const after = splitAt(keys, tick);
  const { value } = options;
  if (value === undefined) return diffKeys(keys, after);
  const placed = after[keyIndexAt(after, tick)];
  return diffKeys(keys, withKey(after, { ...placed, value: clampScore(value) }));
}
