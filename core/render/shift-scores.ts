// A voice whose lips move later than its sound is also seen to speak later.
import { frameToTicks, type Rational } from '../time/ticks.ts';

const LISTENING = -1;

/** A speaking score moved by whole frames, as near to `offsetTicks` as they come. // [T] -> [T] */
export function shiftScores(
  scores: Float32Array,
  offsetTicks: number,
  rate: Rational,
): Float32Array {
  const frames = Math.round(offsetTicks / frameToTicks(1, rate));
  if (frames === 0) return scores;
  // A voice that ends with the film is followed by silence; what moves beyond is never asked for.
  const shifted = new Float32Array(Math.max(0, scores.length + frames)).fill(LISTENING);
  if (frames > 0) shifted.set(scores, frames);
  else shifted.set(scores.subarray(-frames));
  return shifted;
}
