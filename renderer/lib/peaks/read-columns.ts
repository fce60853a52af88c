// A stretch of a waveform as one column per pixel: least, greatest and mean power of its samples.
import type { PeakCache } from './peak-cache.ts';
import { LEVEL_STEP, LEVELS, levelFor, PEAKS_PER_TILE, samplesPerPeak } from './peak-tile.ts';
import type { PeakTile } from './peak-tile.ts';

const FULL_SCALE = 32_768;

export interface WaveColumns {
  /** In [-1, 1]; NaN where nothing is known yet. // [width] */
  readonly low: Float32Array;
  readonly high: Float32Array;
  readonly rms: Float32Array;
}

export function makeColumns(width: number): WaveColumns {
  return {
    low: new Float32Array(width),
    high: new Float32Array(width),
    rms: new Float32Array(width),
  };
}

interface Source {
  readonly tile: PeakTile;
  readonly samplesPerPeak: number;
  readonly firstSample: number;
  readonly endSample: number;
  /** Not a coarser one that stands in. */
  readonly isWanted: boolean;
}

/** The tile at a sample: the wanted level, or a coarser one that is there already. */
function sourceAt(cache: PeakCache, voiceId: string, level: number, sample: number): Source | null {
  for (let each = level; each < LEVELS; each++) {
    const perPeak = samplesPerPeak(each);
    const index = Math.floor(sample / (perPeak * PEAKS_PER_TILE));
    const tile =
      each === level ? cache.tile(voiceId, each, index) : cache.peek(voiceId, each, index);
    if (tile === null) continue;
    const firstSample = index * perPeak * PEAKS_PER_TILE;
    const endSample = firstSample + perPeak * PEAKS_PER_TILE;
    return { tile, samplesPerPeak: perPeak, firstSample, endSample, isWanted: each === level };
  }
  return null;
}

/** Fills columns [from, to) out of one source. */
function fill(
  columns: WaveColumns,
  from: number,
  to: number,
  source: Source,
  firstSample: number,
  samplesPerColumn: number,
): void {
  const { steps } = source.tile;
  const coarse = Math.floor(
    Math.log(samplesPerColumn / source.samplesPerPeak) / Math.log(LEVEL_STEP),
  );
  const step = Math.min(steps.length - 1, Math.max(0, coarse));
  const values = steps[step];
  const count = values.length / 3;
  const perValue = source.samplesPerPeak * LEVEL_STEP ** step;
  const scale = samplesPerColumn / perValue;
  const offset = (firstSample - source.firstSample) / perValue;
  const { low, high, rms } = columns;
  for (let column = from; column < to; column++) {
    const start = Math.max(0, Math.floor(offset + column * scale));
    const end = Math.min(count, Math.max(start + 1, Math.floor(offset + (column + 1) * scale)));
    let [least, greatest, power] = [32_767, -32_768, 0];
    for (let at = 3 * start; at < 3 * end; at += 3) {
      if (values[at] < least) least = values[at];
      if (values[at + 1] > greatest) greatest = values[at + 1];
      if (values[at + 2] > power) power = values[at + 2];
    }
    const isKnown = end > start;
    low[column] = isKnown ? least / FULL_SCALE : NaN;
    high[column] = isKnown ? greatest / FULL_SCALE : NaN;
    rms[column] = isKnown ? power / FULL_SCALE : NaN;
  }
}

/**
 * Fills columns [from, to); column x begins at `firstSample + x * samplesPerColumn`. Tiles that are
 * missing are asked for, and coarser ones stand in for them.
 * @returns whether nothing was missing
 */
export function readColumns(
  cache: PeakCache,
  voiceId: string,
  columns: WaveColumns,
  from: number,
  to: number,
  firstSample: number,
  samplesPerColumn: number,
): boolean {
  const level = levelFor(samplesPerColumn);
  let isWhole = true;
  let column = from;
  while (column < to) {
    const sample = Math.max(0, firstSample + column * samplesPerColumn);
    const source = sourceAt(cache, voiceId, level, sample);
    const endSample =
      source?.endSample ??
      (Math.floor(sample / (samplesPerPeak(level) * PEAKS_PER_TILE)) + 1) *
        samplesPerPeak(level) *
        PEAKS_PER_TILE;
    const next = Math.ceil((endSample - firstSample) / samplesPerColumn);
    const end = Math.min(to, Math.max(column + 1, next));
    isWhole &&= source?.isWanted ?? false;
    if (source === null) {
      columns.low.fill(NaN, column, end);
      columns.high.fill(NaN, column, end);
      columns.rms.fill(NaN, column, end);
    } else fill(columns, column, end, source, firstSample, samplesPerColumn);
    column = end;
  }
  return isWhole;
}
