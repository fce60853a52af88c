// What a delivery will take, from what this machine has rendered and written before.
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Output } from '#core/contract/contract.ts';
import type { Rational } from '#core/time/ticks.ts';
import { FILM_AUDIO_RATE } from '#main/media/film/mix-filter.ts';
import type { RenderHistory } from '../jobs/render-history.ts';
import type { SecondsRange } from '../jobs/time-left.ts';

type Estimate = Output<'deliver.estimate'>;

export interface PlannedDelivery {
  readonly preset: string;
  readonly frames: number;
  readonly size: readonly [width: number, height: number];
  readonly rate: Rational;
  /** Frames that must be rendered first. */
  readonly framesToRender: number;
  /** Size of the finished film when it is delivered as it is; null otherwise. */
  readonly filmBytes: number | null;
}

const STEREO_24_BIT = 2 * 3;
const WAV_HEADER_BYTES = 200;

export function estimateDelivery(
  planned: PlannedDelivery,
  history: RenderHistory,
): Omit<Estimate, 'freeBytes'> {
  const { preset, frames, size, framesToRender } = planned;
  const rendering =
    framesToRender === 0 ? NO_TIME : history.secondsFor('render', { frames: framesToRender, size });
  const writing = history.secondsFor(preset, { frames, size });
  return { frames, bytes: bytesOf(planned, history), seconds: sum(rendering, writing) };
}

function bytesOf(
  { preset, frames, size, rate, filmBytes }: PlannedDelivery,
  history: RenderHistory,
): Estimate['bytes'] {
  if (preset === 'wav-mix') {
    const samples = Math.round((frames * rate.den * FILM_AUDIO_RATE) / rate.num);
    const bytes = samples * STEREO_24_BIT + WAV_HEADER_BYTES;
    return { low: bytes, high: bytes };
  }
  if (filmBytes !== null) return { low: filmBytes, high: filmBytes };
  const work = { frames, size };
  const written = history.bytesFor(preset, work);
  // What rendering writes is a film of the first preset.
  return written === null && preset === 'h264' ? history.bytesFor('render', work) : written;
}

const NO_TIME: SecondsRange = { low: 0, high: 0 };

function sum(a: SecondsRange | null, b: SecondsRange | null): SecondsRange | null {
  return a === null || b === null ? null : { low: a.low + b.low, high: a.high + b.high };
}

/** Room on the disk of a folder, or of the nearest folder above it that is there. */
export async function freeBytesAt(folder: string): Promise<number> {
  let place = folder;
  while (dirname(place) !== place && !(await exists(place))) place = dirname(place);
  const { bavail, bsize } = await statfs(place);
  return bavail * bsize;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
