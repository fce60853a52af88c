// The ruler: times, the range between In and Out, markers.
import type { Marker } from '#core/project/document.ts';
import { frameToTicks, ticksToFrame } from '#core/time/ticks.ts';
import { rulerStep } from '../../../lib/timeline/ruler-ticks.ts';
import { formatShortTimecode } from '../../../lib/timeline/timecode.ts';
import { SPEAKER_LOOKS } from '../../../ui/speaker.ts';
import {
  fillBand,
  lineAcross,
  penX,
  setFont,
  shownTicks,
  type Band,
  type Pen,
  type PenContext,
} from './pen.ts';

export interface RulerMarks {
  readonly inTick: number | null;
  readonly outTick: number | null;
  readonly selectedMarkerIds: ReadonlySet<string>;
}

const BRACKET_LABEL_GAP_PX = 36;

export function drawRuler(pen: Pen, band: Band, marks: RulerMarks): void {
  fillBand(pen, band, pen.palette.bg1);
  drawRange(pen, band, marks);
  drawTicks(pen, band, marks);
  drawMarkers(pen, band, marks.selectedMarkerIds);
  lineAcross(pen, band.topPx + band.heightPx - 1, pen.palette.lineSoft);
}

function drawRange(pen: Pen, { topPx, heightPx }: Band, { inTick, outTick }: RulerMarks): void {
  if (inTick === null && outTick === null) return;
  const { context, palette } = pen;
  const from = penX(pen, inTick ?? 0);
  const to = penX(pen, outTick ?? pen.model.endTick);
  context.fillStyle = palette.text2;
  context.globalAlpha = 0.13;
  context.fillRect(from, topPx, to - from, heightPx);
  context.globalAlpha = 1;
  context.strokeStyle = palette.text1;
  context.lineWidth = 1.5;
  context.beginPath();
  if (inTick !== null) bracket(context, from + 0.75, topPx + 4, 5);
  if (outTick !== null) bracket(context, to - 0.75, topPx + 4, -5);
  context.stroke();
}

function bracket(context: PenContext, x: number, top: number, reach: number): void {
  context.moveTo(x + reach, top);
  context.lineTo(x, top);
  context.lineTo(x, top + 16);
  context.lineTo(x + reach, top + 16);
}

function drawTicks(pen: Pen, { topPx, heightPx }: Band, { inTick, outTick }: RulerMarks): void {
  const { context, palette, model, scale, widthPx } = pen;
  const { rate } = model;
  const { majorFrames, minorFrames } = rulerStep(scale.ticksPerPixel, rate);
  const [firstTick] = shownTicks(pen);
  const brackets = [inTick, outTick].flatMap((tick) => (tick === null ? [] : [penX(pen, tick)]));
  setFont(pen, 11);
  const first = Math.floor(ticksToFrame(Math.round(firstTick), rate) / minorFrames) * minorFrames;
  for (let frame = first; ; frame += minorFrames) {
    const tick = frameToTicks(frame, rate);
    const x = Math.round(penX(pen, tick));
    if (x > widthPx) break;
    const isMajor = frame % majorFrames === 0;
    context.fillStyle = isMajor ? palette.lineStrong : palette.line;
    const top = topPx + (isMajor ? 13 : 19);
    context.fillRect(x, top, 1, topPx + heightPx - top);
    const isFree = brackets.every((at) => Math.abs(at - x - 30) >= BRACKET_LABEL_GAP_PX);
    if (!isMajor || !isFree || x > widthPx - 56) continue;
    context.fillStyle = palette.text2;
    context.fillText(formatShortTimecode(tick, rate), x + 4, topPx + 13);
  }
}

/** Half the width of a marker, and where its point is, from the top of the ruler. */
export const MARKER_HALF_PX = 4.5;
export const MARKER_TOP_PX = 14;

export function markerColor(pen: Pen, { color }: Pick<Marker, 'color'>): string {
  return color === null ? pen.palette.text2 : SPEAKER_LOOKS[color].hex;
}

function drawMarkers(pen: Pen, { topPx }: Band, selected: ReadonlySet<string>): void {
  const { context, model, palette, widthPx } = pen;
  for (const marker of model.document.markers) {
    const x = penX(pen, marker.tick);
    if (x < -MARKER_HALF_PX) continue;
    if (x > widthPx + MARKER_HALF_PX) break;
    const top = topPx + MARKER_TOP_PX;
    context.beginPath();
    context.moveTo(x - MARKER_HALF_PX, top);
    context.lineTo(x + MARKER_HALF_PX, top);
    context.lineTo(x + MARKER_HALF_PX, top + 5);
    context.lineTo(x, top + 9.5);
    context.lineTo(x - MARKER_HALF_PX, top + 5);
    context.closePath();
    context.fillStyle = markerColor(pen, marker);
    context.fill();
    if (!selected.has(marker.id)) continue;
    context.strokeStyle = palette.text1;
    context.lineWidth = 1.5;
    context.stroke();
  }
}
