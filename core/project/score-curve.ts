// Keys that force a person's speaking score, over the automatic one.
import { evaluateCurve } from '#core/curve/evaluate-curve.ts';
import type { CurveKey } from '#core/curve/curve-key.ts';
import type { Rational } from '#core/time/ticks.ts';
import type { ProjectDocument, ScoreKey } from './document.ts';
import type { PersonId } from './ids.ts';
import { compareText, lowerBound } from './row-order.ts';

/** The keys of one person, by tick. */
export function scoreKeysOf(document: ProjectDocument, personId: PersonId): readonly ScoreKey[] {
  const keys = document.scoreKeys;
  const first = lowerBound(keys, (key) => compareText(key.personId, personId) < 0);
  const end = lowerBound(keys, (key) => compareText(key.personId, personId) <= 0);
  return keys.slice(first, end);
}

/**
 * The override of one person's speaking score, one value per frame at the frame's first tick;
 * NaN where the automatic score holds. // [frameCount]
 *
 * There is no override without keys and before the first key. A key rules from its own tick on:
 * `hold` keeps its value up to the next key, `linear` goes straight to it, `bezier` follows the
 * handles of both keys (without handles: a cubic with flat handles of a third of the distance).
 * After the last key its value holds to the end of the film. A key with value null hands back to
 * the automatic score from its tick on, so a range is forced by a key at its start and a null key at
 * its end; a curve never slides towards null, it holds until there.
 *
 * @param keys of one person, by rising tick
 */
export function evaluateScoreOverride(
  keys: readonly CurveKey[],
  frameRate: Rational,
  firstFrame: number,
  frameCount: number,
): Float32Array {
  return evaluateCurve(keys, frameRate, firstFrame, frameCount);
}
