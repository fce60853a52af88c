// A score of one value per frame as a line; far out, as the band between its least and greatest.
import { frameToTicks, ticksToFrame } from '#core/time/ticks.ts';
import { levelOf, PYRAMID_STEP, type ScorePyramid } from '../model/score-pyramid.ts';
import { scoreY } from '../model/score-geometry.ts';
import { penX, shownTicks, type Band, type Pen } from './pen.ts';

export interface ScoreLine {
  readonly pyramid: ScorePyramid;
  readonly color: string;
  readonly alpha: number;
  readonly linePx: number;
  readonly dash?: readonly number[];
}

/** Frames on screen, one more to either side. */
export function shownFrames({ model, ...pen }: Pen): readonly [first: number, end: number] {
  const [firstTick, endTick] = shownTicks({ model, ...pen });
  const first = ticksToFrame(Math.max(0, Math.floor(firstTick)), model.rate);
  const end = ticksToFrame(Math.max(0, Math.ceil(endTick)), model.rate);
  return [Math.max(0, first - 1), Math.min(model.frames, end + 2)];
}

export function drawScoreLine(pen: Pen, band: Band, line: ScoreLine): void {
  const { context, model } = pen;
  context.beginPath();
  const framesPerPixel = pen.scale.ticksPerPixel / model.frameTicks;
  const level = levelOf(framesPerPixel);
  if (level < 0) traceFrames(pen, band, line.pyramid.values, framesPerPixel);
  else traceBand(pen, band, line.pyramid, level);
  context.strokeStyle = line.color;
  context.globalAlpha = line.alpha;
  context.lineWidth = line.linePx;
  context.lineJoin = 'round';
  if (line.dash !== undefined) context.setLineDash([...line.dash]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function traceFrames(pen: Pen, band: Band, values: Float32Array, framesPerPixel: number): void {
  const { context, model } = pen;
  const [first, end] = shownFrames(pen);
  const origin = penX(pen, frameToTicks(first, model.rate));
  const step = 1 / framesPerPixel;
  let isOpen = false;
  for (let frame = first; frame < end; frame++) {
    const value = values[frame];
    if (Number.isNaN(value)) {
      isOpen = false;
      continue;
    }
    const x = origin + (frame - first) * step;
    const y = scoreY(band, value);
    if (isOpen) context.lineTo(x, y);
    else context.moveTo(x, y);
    isOpen = true;
  }
}

/** One column per two pixels, from its least to its greatest value. */
const COLUMN_PX = 2;

function traceBand(pen: Pen, band: Band, pyramid: ScorePyramid, level: number): void {
  const { context, model, scale, widthPx } = pen;
  const { low, high } = pyramid.levels[level];
  const framesPerEntry = PYRAMID_STEP ** (level + 1);
  const entriesPerPixel = scale.ticksPerPixel / model.frameTicks / framesPerEntry;
  const origin = scale.startTick / model.frameTicks / framesPerEntry;
  let isOpen = false;
  let last = 0;
  for (let x = 0; x < widthPx; x += COLUMN_PX) {
    const start = Math.floor(origin + x * entriesPerPixel);
    const end = Math.min(
      low.length,
      Math.max(start + 1, Math.floor(origin + (x + COLUMN_PX) * entriesPerPixel)),
    );
    let [least, greatest] = [2, -2];
    for (let at = Math.max(0, start); at < end; at++) {
      if (low[at] < least) least = low[at];
      if (high[at] > greatest) greatest = high[at];
    }
    if (least > greatest) {
      isOpen = false;
      continue;
    }
    const isRising = Math.abs(last - least) <= Math.abs(last - greatest);
    const [from, to] = isRising ? [least, greatest] : [greatest, least];
    if (isOpen) context.lineTo(x, scoreY(band, from));
    else context.moveTo(x, scoreY(band, from));
    context.lineTo(x + COLUMN_PX / 2, scoreY(band, to));
    isOpen = true;
    last = to;
  }
}
