// Operations that write a stretch of the curve: the pencil, silence, and listening to another.
import { clampScore, makeKey, type CurveKey, type ValueKey } from './curve-key.ts';
import { fitSamples, type CurveSample } from './fit-samples.ts';
import { lowerBound } from '../project/row-order.ts';
import type { KeyEdit } from './key-edit.ts';
import { placeKeys, type CurveSurroundings } from './place-keys.ts';

/** Samples by rising tick: where the pencil came back, what it drew last counts. */
export function orderSamples(drawn: readonly CurveSample[]): CurveSample[] {
  const samples: CurveSample[] = [];
  let before: CurveSample | null = null;
  for (const { tick, value } of drawn) {
    const sample = { tick: Math.max(0, Math.round(tick)), value: clampScore(value) };
    const from = before ?? sample;
    const [low, high] = [Math.min(from.tick, sample.tick), Math.max(from.tick, sample.tick)];
    const start = lowerBound(samples, (each) => each.tick < low);
    const end = lowerBound(samples, (each) => each.tick <= high);
    const ends = from.tick === sample.tick ? [sample] : [from, sample];
    samples.splice(start, end - start, ...ends.sort((a, b) => a.tick - b.tick));
    before = sample;
  }
  return samples;
}

/** A line drawn by hand becomes as few keys as `tolerance` (in score) lets it. */
export function drawCurve(
  keys: readonly CurveKey[],
  drawn: readonly CurveSample[],
  tolerance: number,
  surroundings: CurveSurroundings,
): KeyEdit {
  return placeKeys(keys, fitSamples(orderSamples(drawn), tolerance), surroundings);
}

/** Full silence over a range. @param endTick exclusive */
export function silenceRange(
  keys: readonly CurveKey[],
  startTick: number,
  endTick: number,
  surroundings: CurveSurroundings,
): KeyEdit {
  const lastTick = Math.max(startTick, endTick - surroundings.frameTicks);
  const silent = (tick: number): ValueKey => makeKey(tick, -1, 'hold') as ValueKey;
  const run = lastTick > startTick ? [silent(startTick), silent(lastTick)] : [silent(startTick)];
  return placeKeys(keys, run, surroundings);
}

/**
 * "Listen when the other talks": the other's effective score, turned round.
 * @param other effective score of the other person, once per frame from `startTick`
 */
export function mirrorScore(
  keys: readonly CurveKey[],
  other: ArrayLike<number>,
  startTick: number,
  tolerance: number,
  surroundings: CurveSurroundings,
): KeyEdit {
  const samples = Array.from(other, (value, frame) => ({
    tick: startTick + frame * surroundings.frameTicks,
    value: -value,
  }));
  return placeKeys(keys, fitSamples(samples, tolerance), surroundings);
}
