// The speaking score of the MIT/CovOG papers: in [-1, 1], 25 values a second; above 0 speaks.

/** Values per second of every speaking score. */
export const SCORE_RATE = 25;

/** Start and end in seconds, end exclusive. */
export type Interval = readonly [start: number, end: number];

export interface SpeakingScore {
  /** In [-1, 1] at SCORE_RATE; sample i covers [i, i + 1) / SCORE_RATE. */
  readonly values: Float32Array;
  /** Where the voice speaks, after hysteresis and minimum length. */
  readonly intervals: readonly Interval[];
}
