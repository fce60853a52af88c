// A stretch of a waveform: peaks as a pale body, power as a full one inside.
import { readColumns, makeColumns, type WaveColumns } from '../../../lib/peaks/read-columns.ts';
import { projectPeaks } from '../../../lib/peaks/project-peaks.ts';
import { TICKS_PER_SECOND } from '#core/time/ticks.ts';
import type { Voice } from '#core/project/document.ts';
import { penX, type Band, type Pen, type PenContext } from './pen.ts';

/** Loudness is told by area, so quiet speech is lifted a little. */
const GAMMA = 0.8;
const GAIN = Float32Array.from({ length: 1025 }, (_, i) => (i / 1024) ** GAMMA);
const gain = (value: number): number =>
  value < 0 ? -GAIN[Math.round(-1024 * value)] : GAIN[Math.round(1024 * value)];

let columns: WaveColumns = makeColumns(0);

/** Columns of the width of the canvas, used again by every lane. */
function columnsOf(width: number): WaveColumns {
  if (columns.low.length < width) columns = makeColumns(width);
  return columns;
}

export interface WaveStretch {
  readonly voice: Voice;
  readonly startTick: number;
  readonly endTick: number;
  readonly color: string;
  readonly alpha: number;
  /** `body`: power alone, at half the columns, for ghosts behind curves. */
  readonly detail: 'full' | 'body';
}

export function drawWaveform(pen: Pen, band: Band, stretch: WaveStretch): void {
  const { voice, startTick, endTick } = stretch;
  const from = Math.max(0, Math.floor(penX(pen, startTick)));
  const to = Math.min(pen.widthPx, Math.ceil(penX(pen, endTick)));
  if (to <= from) return;
  const media = pen.model.document.media.find(({ id }) => id === voice.mediaId);
  if (media?.kind !== 'voice') return;
  const samplesPerTick = media.facts.sampleRate / TICKS_PER_SECOND;
  const read = columnsOf(Math.ceil(pen.widthPx));
  const isWhole = readColumns(
    projectPeaks,
    voice.id,
    read,
    from,
    to,
    pen.scale.startTick * samplesPerTick,
    pen.scale.ticksPerPixel * samplesPerTick,
  );
  if (!isWhole) pen.lack.isAny = true;
  const { context } = pen;
  context.fillStyle = stretch.color;
  if (stretch.detail === 'full') {
    context.globalAlpha = stretch.alpha * 0.5;
    fillBetween(context, band, read.high, read.low, 1, from, to, 1);
  }
  context.globalAlpha = stretch.alpha;
  fillMirrored(context, band, read.rms, from, to);
  context.globalAlpha = 1;
}

function fillBetween(
  context: PenContext,
  { topPx, heightPx }: Band,
  high: Float32Array,
  low: Float32Array,
  amount: number,
  from: number,
  to: number,
  step: number,
): void {
  const middle = topPx + heightPx / 2;
  const reach = (heightPx / 2 - 2) * amount;
  context.beginPath();
  for (let x = from; x < to; x += step)
    context.lineTo(x, Number.isNaN(high[x]) ? middle : middle - gain(high[x]) * reach - 0.3);
  for (let x = to - 1; x >= from; x -= step)
    context.lineTo(x, Number.isNaN(low[x]) ? middle : middle - gain(low[x]) * reach + 0.3);
  context.fill();
}

function fillMirrored(
  context: PenContext,
  { topPx, heightPx }: Band,
  values: Float32Array,
  from: number,
  to: number,
): void {
  const middle = topPx + heightPx / 2;
  const reach = (heightPx / 2 - 2) * 0.9;
  context.beginPath();
  for (let x = from; x < to; x += 2)
    context.lineTo(x, Number.isNaN(values[x]) ? middle : middle - gain(values[x]) * reach);
  for (let x = to - 1 - ((to - 1 - from) % 2); x >= from; x -= 2)
    context.lineTo(x, Number.isNaN(values[x]) ? middle : middle + gain(values[x]) * reach);
  context.fill();
}
