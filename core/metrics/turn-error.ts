import type { Interval } from '../speech/speaking-score.ts';

export interface TurnError {
  /** Mean distance in seconds over all matched boundaries; null when none matched. */
  readonly meanSeconds: number | null;
  readonly largestSeconds: number | null;
  /** Reference boundaries without a proposal within the limit. */
  readonly missed: number;
  /** Proposed boundaries that match no reference boundary. */
  readonly invented: number;
}

/** A boundary further away than this is another one. */
const MATCH_SECONDS = 1;

/**
 * Error of speaking turns: every start and end of the reference is matched with the nearest proposed
 * boundary of its kind within one second, each used once, nearest pairs first.
 */
export function turnError(
  proposed: readonly Interval[],
  reference: readonly Interval[],
): TurnError {
  const errors: number[] = [];
  let missed = 0;
  let invented = 0;
  for (const side of [0, 1] as const) {
    const pairs = proposed
      .flatMap((p, i) => reference.map((r, j) => ({ i, j, distance: Math.abs(p[side] - r[side]) })))
      .filter((pair) => pair.distance <= MATCH_SECONDS)
      .sort((a, b) => a.distance - b.distance);
    const usedProposed = new Set<number>();
    const usedReference = new Set<number>();
    for (const { i, j, distance } of pairs) {
      if (usedProposed.has(i) || usedReference.has(j)) continue;
      usedProposed.add(i);
      usedReference.add(j);
      errors.push(distance);
    }
    missed += reference.length - usedReference.size;
    invented += proposed.length - usedProposed.size;
  }
  return {
    meanSeconds:
      errors.length === 0 ? null : errors.reduce((sum, error) => sum + error, 0) / errors.length,
    largestSeconds: errors.length === 0 ? null : Math.max(...errors),
    missed,
    invented,
  };
}
