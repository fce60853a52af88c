// A score folded to a strip: the more a person speaks, the fuller the colour.
import type { PersonModel } from '../model/timeline-model.ts';
import { levelOf, PYRAMID_STEP } from '../model/score-pyramid.ts';
import { drawSeams } from './draw-seams.ts';
import { fillBand, lineAcross, penX, type Band, type Pen } from './pen.ts';
import { shownFrames } from './draw-score-line.ts';

const CELL_PX = 3;

/** @returns whether part of the curve is not computed yet */
export function drawHeatStrip(pen: Pen, band: Band, person: PersonModel, budget: number): boolean {
  const { context, model, palette, widthPx, scale } = pen;
  fillBand(pen, band, palette.bg2);
  drawSeams(pen, band);
  const { override, look } = person;
  const [first, end] = shownFrames(pen);
  const hasKeys = person.keys.length > 0;
  if (hasKeys) override.prepare(first, end, budget);
  const framesPerPixel = scale.ticksPerPixel / model.frameTicks;
  const level = levelOf(framesPerPixel * CELL_PX);
  const own = level < 0 ? override.pyramid.values : override.pyramid.levels[level].high;
  const heard = level < 0 ? person.analysed.values : person.analysed.levels[level].high;
  const framesPerEntry = level < 0 ? 1 : PYRAMID_STEP ** (level + 1);
  const { followVoice } = person.person;
  context.fillStyle = look.hex;
  for (let x = 0; x < widthPx; x += CELL_PX) {
    const entry = Math.floor(
      (scale.startTick / model.frameTicks + x * framesPerPixel) / framesPerEntry,
    );
    if (entry >= heard.length) break;
    const edited = hasKeys ? own[entry] : NaN;
    const value = Number.isNaN(edited)
      ? heard[entry]
      : edited * (1 - followVoice) + heard[entry] * followVoice;
    context.globalAlpha = value > 0 ? 0.15 + value * 0.75 : 0.6;
    if (value > 0) context.fillRect(x, band.topPx + 6, CELL_PX, band.heightPx - 12);
    else context.fillRect(x, band.topPx + band.heightPx / 2, CELL_PX, 1);
  }
  outlineSpans(pen, band, person);
  lineAcross(pen, band.topPx + band.heightPx - 1, palette.lineSoft);
  return hasKeys && !override.isReady(first, end);
}

function outlineSpans(pen: Pen, band: Band, { spans, look }: PersonModel): void {
  const { context, model, widthPx } = pen;
  context.globalAlpha = 0.8;
  context.strokeStyle = look.hex;
  context.lineWidth = 1;
  let edge = -Infinity;
  for (const { startTick, endTick } of spans) {
    const left = penX(pen, startTick);
    const right = penX(pen, endTick ?? model.endTick);
    if (right < 0 || right < edge + 1) continue;
    if (left > widthPx) break;
    context.strokeRect(
      left + 0.5,
      band.topPx + 2.5,
      Math.max(1, right - left - 1),
      band.heightPx - 5,
    );
    edge = right;
  }
  context.globalAlpha = 1;
}
