// Which keys of the speaking score the inspector speaks of: the selected ones, or that at the playhead.
import { addKey } from '#core/curve/open-edited-span.ts';
import { diffKeys, type KeyEdit } from '#core/curve/key-edit.ts';
import { isEditedAt } from '#core/curve/edited-spans.ts';
import { curveValueAt } from '#core/curve/evaluate-curve.ts';
import { clampScore, type AnalysedScore, type CurveKey } from '#core/curve/curve-key.ts';
import type { ScoreKey } from '#core/project/document.ts';
import type { ScoreKeyId } from '#core/project/ids.ts';
import { frameToTicks, ticksToFrame, type Rational } from '#core/time/ticks.ts';

export interface ScoreTarget {
  /** Empty: there is no key here; an edit makes one. */
  readonly ticks: readonly number[];
  /** Null: the keys differ. */
  readonly value: number | null;
  /** Null: the keys differ, or there is none. */
  readonly interpolation: CurveKey['interpolation'] | null;
  readonly keyState: 'on-key' | 'between-keys' | undefined;
}

export interface ScorePlace {
  readonly frame: number;
  readonly rate: Rational;
  readonly analysedAt: AnalysedScore;
}

const common = <T>(values: readonly T[]): T | null =>
  values.length > 0 && values.every((value) => value === values[0]) ? values[0] : null;

/** @param keys of one person */
export function findScoreTarget(
  keys: readonly ScoreKey[],
  selected: ReadonlySet<ScoreKeyId>,
  { frame, rate, analysedAt }: ScorePlace,
): ScoreTarget {
  const chosen = keys.filter(({ id, value }) => selected.has(id) && value !== null);
  const here = keys.filter(
    ({ tick, value }) => value !== null && ticksToFrame(tick, rate) === frame,
  );
  const meant = chosen.length > 0 ? chosen : here;
  if (meant.length > 0)
    return {
      ticks: meant.map(({ tick }) => tick),
      value: common(meant.map(({ value }) => value)),
      interpolation: common(meant.map(({ interpolation }) => interpolation)),
      keyState: 'on-key',
    };
  const tick = frameToTicks(frame, rate);
  const isEdited = isEditedAt(keys, tick);
  return {
    ticks: [],
    value: isEdited ? curveValueAt(keys, tick) : clampScore(analysedAt(tick)),
    interpolation: null,
    keyState: isEdited ? 'between-keys' : undefined,
  };
}

/** The edit that gives the target a value. */
export function setTargetValue(
  keys: readonly ScoreKey[],
  { ticks }: ScoreTarget,
  value: number,
  { frame, rate, analysedAt }: ScorePlace,
): KeyEdit {
  if (ticks.length === 0)
    return addKey(keys, frameToTicks(frame, rate), {
      analysedAt,
      frameTicks: frameToTicks(1, rate),
      value,
    });
  const chosen = new Set(ticks);
  return diffKeys(
    keys,
    keys.map((key) => (chosen.has(key.tick) ? { ...key, value: clampScore(value) } : key)),
  );
}
