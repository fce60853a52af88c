// Level of a voice per score value, streamed.
import { SAMPLES_PER_SCORE } from './voice-samples.ts';

/** Level reported for digital silence. */
export const SILENCE_DB = -100;

/** Pole of the one-pole high-pass that removes offset and rumble: corner about 80 Hz at 16 kHz. */
const HIGH_PASS_POLE = 0.969;

/** Measures levels over consecutive blocks; the filter state runs on from block to block. */
export class EnergyMeter {
  private lastInput = 0;
  private lastOutput = 0;

  /**
   * Writes `10 log10(mean x^2 + 1e-10)` in dBFS for each 40 ms of `samples` into `levelsDb` from
   * `firstFrame` on (spec analysis 2.4). A partial last frame counts as if padded with silence.
   */
  measure(samples: Float32Array, levelsDb: Float32Array, firstFrame: number): void {
    const frames = Math.ceil(samples.length / SAMPLES_PER_SCORE);
    for (let frame = 0; frame < frames; frame++) {
      const start = frame * SAMPLES_PER_SCORE;
      const end = Math.min(samples.length, start + SAMPLES_PER_SCORE);
      let sum = 0;
      for (let i = start; i < end; i++) {
        const input = samples[i];
        const output = input - this.lastInput + HIGH_PASS_POLE * this.lastOutput;
        this.lastInput = input;
        this.lastOutput = output;
        sum += output * output;
      }
      levelsDb[firstFrame + frame] = 10 * Math.log10(sum / SAMPLES_PER_SCORE + 1e-10);
    }
  }
}

/** hann(9) without its zero ends: the 7-tap window of spec analysis 2.4. */
const SMOOTHING = [0.0366, 0.125, 0.2134, 0.25, 0.2134, 0.125, 0.0366];

/**
 * Smooths levels over 7 values. A median of five first: it takes out clicks, which are loud for
 * one or two values, and leaves the edges of speech where they are.
 */
export function smoothLevels(rawDb: Float32Array): Float32Array {
  const levelsDb = medianOfFive(rawDb);
  const half = (SMOOTHING.length - 1) / 2;
  const last = levelsDb.length - 1;
  return levelsDb.map((_, frame) => {
    let sum = 0;
    for (let tap = -half; tap <= half; tap++) {
      const at = Math.min(last, Math.max(0, frame + tap));
      sum += SMOOTHING[tap + half] * levelsDb[at];
    }
    return sum;
  });
}

/** Running median; the ends repeat. */
export function medianOfFive(values: Float32Array): Float32Array {
  const last = values.length - 1;
  const window = new Float32Array(5);
  return values.map((_, i) => {
    for (let tap = 0; tap < 5; tap++) {
      window[tap] = values[Math.min(last, Math.max(0, i + tap - 2))];
    }
    return window.sort()[2];
  });
}
