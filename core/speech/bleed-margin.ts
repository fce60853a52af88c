// How much of one speaker leaks into another speaker's track, judged by levels.
import type { VoiceLevel } from './voice-level.ts';
import { percentile } from './voice-level.ts';

export interface LevelBleed {
  /**
   * A frame belongs to the leaked-into voice when it is louder than the leaking voice minus this,
   * in dB. Large for clean tracks, small for tracks that leak much.
   */
  readonly marginDb: number;
  /** Median level of the leak relative to the leaking voice, dB; null when none is heard. */
  readonly leakDb: number | null;
}

/** Dominance margin when the tracks never show who leaks into whom (spec analysis 2.4). */
const UNKNOWN_MARGIN_DB = 6;
/** Margin of tracks that do not leak: only a leak nobody can hear is left to cut. */
const CLEAN_MARGIN_DB = 40;
const LEAST_MARGIN_DB = 3;
/** The leak is looked for where the other voice is louder by this much. */
const DOMINANCE_DB = 6;
/** Fewer frames than this prove nothing: half a second. */
const LEAST_EVIDENCE_FRAMES = 12;
/** A leak follows the envelope of its source; noise and other speech do not. */
const LEAK_CORRELATION = 0.6;
/** Distance kept from the median leak (spec analysis 2.4). */
const LEAK_HEADROOM_DB = 3;

/**
 * The leak of voice `source` into track `into`, from smoothed levels per frame (same length).
 * Frames count where the source speaks and dominates.
 */
export function measureLevelBleed(
  intoDb: Float32Array,
  sourceDb: Float32Array,
  sourceLevel: VoiceLevel,
): LevelBleed {
  const into: number[] = [];
  const source: number[] = [];
  for (let i = 0; i < intoDb.length; i++) {
    const isSpeech = sourceDb[i] > sourceLevel.thresholdDb + DOMINANCE_DB;
    if (isSpeech && sourceDb[i] - intoDb[i] > DOMINANCE_DB) {
      into.push(intoDb[i]);
      source.push(sourceDb[i]);
    }
  }
  if (into.length < LEAST_EVIDENCE_FRAMES) return { marginDb: UNKNOWN_MARGIN_DB, leakDb: null };
  if (correlate(into, source) < LEAK_CORRELATION) {
    return { marginDb: CLEAN_MARGIN_DB, leakDb: null };
  }
  const ratios = Float32Array.from(into, (level, i) => level - source[i]).sort();
  const leakDb = percentile(ratios, 0.5);
  const spreadDb = percentile(ratios, 0.75) - percentile(ratios, 0.25);
  const marginDb = -(leakDb + Math.max(LEAK_HEADROOM_DB, spreadDb));
  return { marginDb: Math.min(CLEAN_MARGIN_DB, Math.max(LEAST_MARGIN_DB, marginDb)), leakDb };
}

/** Pearson correlation; 0 when one side does not vary. */
function correlate(a: readonly number[], b: readonly number[]): number {
  const meanA = a.reduce((sum, value) => sum + value, 0) / a.length;
  const meanB = b.reduce((sum, value) => sum + value, 0) / b.length;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
