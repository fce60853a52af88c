// One request's worth of a waveform, with coarser copies of itself for far zooms.
import type { PeakSlice } from '#core/contract/project-types.ts';

/** Source samples per peak at level 0, and how much coarser each level is. */
export const FINEST_SAMPLES = 256;
export const LEVEL_STEP = 4;
export const LEVELS = 5;
export const PEAKS_PER_TILE = 2048;

export function samplesPerPeak(level: number): number {
  return FINEST_SAMPLES * LEVEL_STEP ** level;
}

/** The coarsest level that still has a peak for every column. */
export function levelFor(samplesPerColumn: number): number {
  const level = Math.floor(Math.log(samplesPerColumn / FINEST_SAMPLES) / Math.log(LEVEL_STEP));
  return Math.min(LEVELS - 1, Math.max(0, level));
}

/** Triples of min, max, rms; `steps[i]` holds one triple per `LEVEL_STEP ** i` peaks. // [N, 3] */
export interface PeakTile {
  readonly steps: readonly Int16Array[];
  readonly peaks: number;
}

function coarser(values: Int16Array): Int16Array {
  const count = Math.ceil(values.length / 3 / LEVEL_STEP);
  const reduced = new Int16Array(3 * count);
  for (let i = 0; i < count; i++) {
    let [low, high, power] = [32_767, -32_768, 0];
    const end = Math.min(values.length / 3, (i + 1) * LEVEL_STEP);
    for (let at = i * LEVEL_STEP; at < end; at++) {
      low = Math.min(low, values[3 * at]);
      high = Math.max(high, values[3 * at + 1]);
      power += values[3 * at + 2] ** 2;
    }
    reduced[3 * i] = low;
    reduced[3 * i + 1] = high;
    reduced[3 * i + 2] = Math.sqrt(power / (end - i * LEVEL_STEP));
  }
  return reduced;
}

export function makeTile({ values }: Pick<PeakSlice, 'values'>): PeakTile {
  const steps = [values];
  while (steps[steps.length - 1].length > 3 * 64) steps.push(coarser(steps[steps.length - 1]));
  return { steps, peaks: values.length / 3 };
}
