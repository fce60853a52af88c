import { clampScore, keyIndexAt, makeKey, type CurveKey } from './curve-key.ts';
import { dropIdleReleases, isEditedAt } from './edited-spans.ts';
import { splitAt } from './insert-key.ts';
import { diffKeys, type KeyEdit } from './key-edit.ts';
import { RAMP_FRAMES, type CurveSurroundings } from './place-keys.ts';

/**
 * Hands a range back to the analysed score, without a step at its ends.
 * @param endTick exclusive; null is the end of the film
 */
export function releaseRange(
  keys: readonly CurveKey[],
  startTick: number,
  endTick: number | null,
  { analysedAt, frameTicks }: CurveSurroundings,
): KeyEdit {
  const ramp = RAMP_FRAMES * frameTicks;
  const pin = (at: number, interpolation: CurveKey['interpolation']): CurveKey =>
    makeKey(at, clampScore(analysedAt(at)), interpolation);
  // In a range too short for two ramps, and at the very start, the curve may step.
  const roomy = (endTick ?? Infinity) - startTick > 2 * ramp + frameTicks;

  const after = keys.filter(({ tick }) => tick < startTick);
  if (isEditedAt(keys, startTick) && isEditedAt(keys, startTick - 1)) {
    if (roomy) {
      const split = splitAt(keys, startTick);
      const edge = keyIndexAt(split, startTick);
      after.splice(0, after.length, ...split.slice(0, edge));
      after.push({ ...split[edge], interpolation: 'linear', outHandle: null });
      after.push(pin(startTick + ramp, 'hold'));
      after.push(makeKey(startTick + ramp + frameTicks, null, 'hold'));
    } else after.push(makeKey(startTick, null, 'hold'));
  }
  if (endTick === null) return diffKeys(keys, dropIdleReleases(after));
  if (isEditedAt(keys, endTick)) {
    const split = splitAt(keys, endTick);
    if (roomy) after.push(pin(endTick - ramp, 'linear'));
    const edge = keyIndexAt(split, endTick);
    after.push({ ...split[edge], inHandle: null }, ...split.slice(edge + 1));
  } else after.push(...keys.filter(({ tick }) => tick >= endTick));
  return diffKeys(keys, dropIdleReleases(after));
}
