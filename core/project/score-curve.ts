// Keys that force a person's speaking score, over the automatic one.
import { frameToTicks, type Rational } from '#core/time/ticks.ts';
import type { ProjectDocument, ScoreKey } from './document.ts';
import type { PersonId } from './ids.ts';

type CurveKey = Pick<ScoreKey, 'tick' | 'value' | 'interpolation'>;

/** The keys of one person, by tick. */
export function scoreKeysOf(document: ProjectDocument, personId: PersonId): readonly ScoreKey[] {
  return document.scoreKeys.filter((key) => key.personId === personId);
}

/** How far the curve has gone from a key to the next, for a time fraction in [0, 1). */
function progress(interpolation: CurveKey['interpolation'], fraction: number): number {
  switch (interpolation) {
    case 'hold':
      return 0;
    case 'linear':
      return fraction;
    case 'bezier':
      return fraction * fraction * (3 - 2 * fraction);
  }
}

function valueBetween(key: CurveKey, next: CurveKey | null, tick: number): number {
  if (key.value === null) return NaN;
  if (next === null || next.value === null) return key.value;
  const fraction = (tick - key.tick) / (next.tick - key.tick);
  return key.value + (next.value - key.value) * progress(key.interpolation, fraction);
}

/**
 * The override of one person's speaking score, one value per frame at the frame's first tick;
 * NaN where the automatic score holds. // [frameCount]
 *
 * There is no override without keys and before the first key. A key rules from its own tick on:
 * `hold` keeps its value up to the next key, `linear` goes straight to it, `bezier` eases to it
 * (a cubic with flat handles of a third of the distance). After the last key its value holds to the
 * end of the film. A key with value null hands back to the automatic score from its tick on, so a
 * range is forced by a key at its start and a null key at its end; a curve never slides towards
 * null, it holds until there.
 *
 * @param keys of one person, by rising tick
 */
export function evaluateScoreOverride(
  keys: readonly CurveKey[],
  frameRate: Rational,
  firstFrame: number,
  frameCount: number,
): Float32Array {
  const values = new Float32Array(frameCount).fill(NaN);
  let index = -1;
  for (let i = 0; i < frameCount; i++) {
    const tick = frameToTicks(firstFrame + i, frameRate);
    while (index + 1 < keys.length && keys[index + 1].tick <= tick) index++;
    if (index >= 0) values[i] = valueBetween(keys[index], keys[index + 1] ?? null, tick);
  }
  return values;
}
