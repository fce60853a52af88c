// Puts a run of keys over a stretch of a curve, and leaves what is beside it as it was.
import {
  clampScore,
  keyIndexAt,
  makeKey,
  type AnalysedScore,
  type CurveKey,
  type ValueKey,
} from './curve-key.ts';
import { dropIdleReleases, isEditedAt } from './edited-spans.ts';
import { splitAt } from './insert-key.ts';
import { diffKeys, type KeyEdit } from './key-edit.ts';

/** Frames in which the curve comes from the analysed score into the run, and goes back to it. */
export const RAMP_FRAMES = 3;

export interface CurveSurroundings {
  readonly analysedAt: AnalysedScore;
  readonly frameTicks: number;
}

/** Keys before the run, the last of which leads into its first key. */
function keysBefore(
  keys: readonly CurveKey[],
  startTick: number,
  { analysedAt, frameTicks }: CurveSurroundings,
): CurveKey[] {
  const edge = startTick - frameTicks;
  if (edge < 0) return [];
  if (isEditedAt(keys, edge)) {
    const split = splitAt(keys, edge);
    const index = keyIndexAt(split, edge);
    const leads = split[index];
    const interpolation = leads.interpolation === 'hold' ? 'hold' : 'linear';
    return [...split.slice(0, index), { ...leads, interpolation, outHandle: null }];
  }
  const before = keys.slice(0, keyIndexAt(keys, edge) + 1);
  const release = before.at(-1);
  const tick = Math.max(0, startTick - RAMP_FRAMES * frameTicks, release?.tick ?? 0);
  const ramp = makeKey(tick, clampScore(analysedAt(tick)), 'linear');
  return [...before.filter((key) => key.tick !== tick), ramp];
}

/** Keys behind the run, the first of which the run leads into. */
function keysBehind(
  keys: readonly CurveKey[],
  endTick: number,
  { analysedAt, frameTicks }: CurveSurroundings,
): CurveKey[] {
  const edge = endTick + frameTicks;
  if (isEditedAt(keys, edge)) {
    const split = splitAt(keys, edge);
    const index = keyIndexAt(split, edge);
    return [{ ...split[index], inHandle: null }, ...split.slice(index + 1)];
  }
  const rest = keys.slice(keyIndexAt(keys, edge) + 1);
  const tick = endTick + RAMP_FRAMES * frameTicks;
  // A span that begins within the ramp is what the run leads into.
  if (rest.length > 0 && rest[0].tick <= tick + frameTicks) return rest;
  return [
    makeKey(tick, clampScore(analysedAt(tick)), 'hold'),
    makeKey(tick + frameTicks, null, 'hold'),
    ...rest,
  ];
}

/**
 * Puts `run` over the curve. An edited curve to either side keeps its shape up to a frame from the
 * run; from an analysed side the run is entered and left over three frames, without a step.
 * @param run by rising tick; its last key leads back by a straight line, or holds
 */
export function placeKeys(
  keys: readonly CurveKey[],
  run: readonly ValueKey[],
  surroundings: CurveSurroundings,
): KeyEdit {
  const last = run.at(-1);
  if (last === undefined) return { set: [], remove: [] };
  const end = { ...last, interpolation: 'linear' as const, outHandle: null };
  const after = [
    ...keysBefore(keys, run[0].tick, surroundings),
    ...run.slice(0, -1),
    end,
    ...keysBehind(keys, last.tick, surroundings),
  ];
  return diffKeys(keys, dropIdleReleases(after));
}
