// The speaking score of one person: what was analysed as a thin line, what the user drew as a thick
// one over a tinted span, and what comes of both where they are blended.
import { isValueKey } from '#core/curve/curve-key.ts';
import type { ScoreKey } from '#core/project/document.ts';
import { lowerBound } from '#core/project/row-order.ts';
import { firstClipAt } from '../model/clips.ts';
import { scoreY } from '../model/score-geometry.ts';
import type { PersonModel } from '../model/timeline-model.ts';
import { drawKeyCurve } from './draw-key-curve.ts';
import { areDense, drawKeyGlyphs, shownKeys } from './draw-keys.ts';
import { drawScoreLine, shownFrames } from './draw-score-line.ts';
import { drawSeams } from './draw-seams.ts';
import { drawWaveform } from './draw-waveform.ts';
import { fillBand, lineAcross, lineDown, penX, shownTicks, type Band, type Pen } from './pen.ts';

/** Lanes from this height on have lines at a half. */
const HALF_LINES_FROM_PX = 100;
const SPAN_ALPHA = 0.07;

/** What does not change while keys are dragged. */
export function drawScoreGround(pen: Pen, band: Band, person: PersonModel): void {
  const { palette } = pen;
  fillBand(pen, band, palette.bg2);
  drawSeams(pen, band);
  lineAcross(pen, scoreY(band, 0), palette.line);
  if (band.heightPx >= HALF_LINES_FROM_PX)
    for (const value of [0.5, -0.5]) lineAcross(pen, scoreY(band, value), palette.lineSoft);
  const [firstTick, endTick] = shownTicks(pen);
  const inner = { topPx: band.topPx + 4, heightPx: band.heightPx - 8 };
  for (let i = firstClipAt(person.clips, firstTick); i < person.clips.length; i++) {
    const { voice, startTick, endTick: clipEnd } = person.clips[i];
    if (startTick > endTick) break;
    const stretch = { voice, startTick, endTick: clipEnd, color: palette.text2, alpha: 0.13 };
    drawWaveform(pen, inner, { ...stretch, detail: 'body' });
  }
  lineAcross(pen, band.topPx + band.heightPx - 1, palette.lineSoft);
}

/**
 * Spans and lines.
 * @param budget blocks of the curve that may be computed during this drawing
 * @returns whether part of the curve is not computed yet
 */
export function drawScoreCurves(
  pen: Pen,
  band: Band,
  person: PersonModel,
  budget: number,
): boolean {
  const { look, keys, override } = person;
  drawSpans(pen, band, person);
  drawScoreLine(pen, band, {
    pyramid: person.analysed,
    color: look.hex,
    alpha: 0.75,
    linePx: 1,
  });
  if (keys.length === 0) return false;
  const [from, to] = shownKeys(pen, keys);
  const isDense = areDense(pen, from, to);
  const [first, end] = shownFrames(pen);
  const needsFrames = isDense || person.person.followVoice > 0;
  if (needsFrames) override.prepare(first, end, budget);
  if (isDense)
    drawScoreLine(pen, band, {
      pyramid: override.pyramid,
      color: look.hex,
      alpha: 1,
      linePx: 2.25,
    });
  else drawKeyCurve(pen, band, keys, from, to, look.hex);
  if (person.person.followVoice > 0) drawBlend(pen, band, person, first, end);
  return needsFrames && !override.isReady(first, end);
}

export function drawScoreKeys(
  pen: Pen,
  band: Band,
  person: PersonModel,
  selectedIds: ReadonlySet<string>,
): void {
  const { look, keys } = person;
  if (keys.length === 0) return;
  const [from, to] = shownKeys(pen, keys);
  drawKeyGlyphs<ScoreKey>(
    pen,
    {
      keys,
      color: look.hex,
      selectedIds,
      shapeOf: ({ interpolation }) => interpolation,
      yOf: ({ value }) => (value === null ? null : scoreY(band, value)),
    },
    from,
    to,
  );
  drawSelectedHandles(pen, band, person, selectedIds, from, to);
}

function drawSpans(pen: Pen, band: Band, { spans, look }: PersonModel): void {
  const { context, model, widthPx } = pen;
  context.fillStyle = look.hex;
  let edge = -Infinity;
  const [firstTick] = shownTicks(pen);
  const from = lowerBound(spans, (span) => (span.endTick ?? model.endTick) < firstTick);
  for (let i = from; i < spans.length; i++) {
    const { startTick, endTick } = spans[i];
    const left = Math.max(penX(pen, startTick), edge);
    const right = penX(pen, endTick ?? model.endTick);
    if (left > widthPx) break;
    context.globalAlpha = SPAN_ALPHA;
    context.fillRect(left, band.topPx, Math.max(1, right - left), band.heightPx);
    edge = Math.max(right, left + 1);
    if (right - left < 3) continue;
    context.globalAlpha = 0.35;
    lineDown(pen, left, band, look.hex);
    if (endTick !== null) lineDown(pen, right, band, look.hex);
  }
  context.globalAlpha = 1;
}

/** What the person really follows where the voice keeps a share inside edited spans. */
function drawBlend(pen: Pen, band: Band, person: PersonModel, first: number, end: number): void {
  const { context, model } = pen;
  const { followVoice } = person.person;
  const own = person.override.pyramid.values;
  const heard = person.analysed.values;
  const step = Math.max(1, Math.floor((end - first) / pen.widthPx));
  context.beginPath();
  let isOpen = false;
  for (let frame = first; frame < end; frame += step) {
    if (Number.isNaN(own[frame])) {
      isOpen = false;
      continue;
    }
    const value = own[frame] * (1 - followVoice) + heard[frame] * followVoice;
    const x = penX(pen, frame * model.frameTicks);
    if (isOpen) context.lineTo(x, scoreY(band, value));
    else context.moveTo(x, scoreY(band, value));
    isOpen = true;
  }
  context.strokeStyle = pen.palette.text1;
  context.globalAlpha = 0.7;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Handles are shown for few keys at once: more would only hide the curve. */
const MAX_HANDLED_KEYS = 12;

function drawSelectedHandles(
  pen: Pen,
  band: Band,
  { keys }: PersonModel,
  selectedIds: ReadonlySet<string>,
  from: number,
  to: number,
): void {
  if (selectedIds.size === 0 || selectedIds.size > MAX_HANDLED_KEYS) return;
  const { context, palette } = pen;
  for (let i = from; i < to; i++) {
    if (!selectedIds.has(keys[i].id)) continue;
    for (const { x, y } of handlesOf(pen, band, keys, i)) {
      context.strokeStyle = palette.text1;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(penX(pen, keys[i].tick), scoreY(band, keys[i].value ?? 0));
      context.lineTo(x, y);
      context.stroke();
      context.fillStyle = palette.bg2;
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(x, y, 3.5, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
  }
}

export interface HandlePlace {
  readonly side: 'in' | 'out';
  readonly x: number;
  readonly y: number;
}

/** Where the handles of a key stand: those of bezier segments only. */
export function handlesOf(
  pen: Pick<Pen, 'scale'>,
  band: Band,
  keys: readonly ScoreKey[],
  index: number,
): HandlePlace[] {
  const key = keys[index];
  if (!isValueKey(key)) return [];
  const places: HandlePlace[] = [];
  const [before, after] = [keys[index - 1], keys[index + 1]];
  const place = (side: 'in' | 'out', ticks: number, value: number): HandlePlace => ({
    side,
    x:
      (key.tick + (side === 'in' ? -ticks : ticks) - pen.scale.startTick) / pen.scale.ticksPerPixel,
    y: scoreY(band, Math.min(1.05, Math.max(-1.05, key.value + value))),
  });
  if (isValueKey(before) && before.interpolation === 'bezier')
    places.push(
      place('in', key.inHandle?.ticks ?? (key.tick - before.tick) / 3, key.inHandle?.value ?? 0),
    );
  if (isValueKey(after) && key.interpolation === 'bezier')
    places.push(
      place('out', key.outHandle?.ticks ?? (after.tick - key.tick) / 3, key.outHandle?.value ?? 0),
    );
  return places;
}
