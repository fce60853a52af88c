import type { Interval } from '../speech/speaking-score.ts';
import { findBestLag, pearson } from './correlation.ts';
import { resampleCurve } from './curve-statistics.ts';
import type { PersonComparison } from './film-measurement.ts';
import { maskInside } from './speaking-mask.ts';

const MAX_LAG_SECONDS = 0.2;

/** Lip opening of one person in one film. // [T] */
export interface LipCurve {
  readonly lipOpening: Float32Array;
  readonly framesPerSecond: number;
}

/** Compares the lips of the same person in two films, the reference resampled by time. */
export function compareLips(
  person: number,
  film: LipCurve,
  reference: LipCurve,
  speaking: readonly Interval[],
): PersonComparison {
  const rate = film.framesPerSecond;
  const lips = film.lipOpening;
  const expected = resampleCurve(
    reference.lipOpening,
    reference.framesPerSecond,
    rate,
    lips.length,
  );
  const inside = maskInside(speaking, lips.length, rate);
  const best = findBestLag(lips, expected, Math.round(MAX_LAG_SECONDS * rate), inside);
  return {
    person,
    lipSpeaking: pearson(lips, expected, inside),
    lipWhole: pearson(lips, expected),
    bestLagSeconds: best && best.lag / rate,
    bestLagR: best && best.r,
  };
}
