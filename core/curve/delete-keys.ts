import { isValueKey, type AnalysedScore, type CurveKey } from './curve-key.ts';
import { dropIdleReleases } from './edited-spans.ts';
import { diffKeys, type KeyEdit } from './key-edit.ts';

/** A key this near to the analysed score says nothing of its own. */
const SAME_SCORE = 0.005;

/** Keys in runs: the value keys of a span with the release that ends it. */
function spansOf(keys: readonly CurveKey[]): CurveKey[][] {
  const spans: CurveKey[][] = [];
  let open = false;
  for (const key of keys) {
    if (!open) spans.push([]);
    spans.at(-1)?.push(key);
    open = key.value !== null;
  }
  return spans;
}

/**
 * Deletes the keys at `ticks`. A span of which only its ends on the analysed curve are left goes
 * with them: the analysed score holds there again.
 */
export function deleteKeys(
  keys: readonly CurveKey[],
  ticks: Iterable<number>,
  analysedAt: AnalysedScore,
): KeyEdit {
  const chosen = new Set(ticks);
  const after = spansOf(keys).flatMap((span) => {
    const rest = span.filter(({ tick }) => !chosen.has(tick));
    const deleted = span.some((key) => isValueKey(key) && chosen.has(key.tick));
    const idle = rest
      .filter(isValueKey)
      .every(({ tick, value }) => Math.abs(value - analysedAt(tick)) <= SAME_SCORE);
    return deleted && idle ? [] : rest;
  });
  return diffKeys(keys, dropIdleReleases(after));
}
