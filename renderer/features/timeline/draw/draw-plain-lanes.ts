// Lanes that only name something: the picture, heads of groups, seams of a take.
import { i18n } from '../../../lib/i18n/i18n.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import type { Take } from '#core/contract/project-types.ts';
import { fillBand, lineAcross, penX, setFont, type Band, type Pen } from './pen.ts';

export function drawPictureLane(pen: Pen, band: Band): void {
  const { context, palette, model } = pen;
  fillBand(pen, band, palette.bg1);
  const { scene, media } = model.document;
  const picture = media.find(({ id }) => id === scene?.pictureId);
  const left = Math.max(-4, penX(pen, 0));
  const right = Math.min(pen.widthPx + 4, penX(pen, model.endTick));
  context.fillStyle = palette.bg3;
  context.fillRect(left, band.topPx + 2, right - left, band.heightPx - 4);
  setFont(pen, 11, 500);
  context.fillStyle = palette.text1;
  const name = picture?.relativePath.split('/').at(-1) ?? i18n.t('timeline:lane.picture');
  context.fillText(name, Math.max(left, 0) + 7, band.topPx + band.heightPx / 2 + 4);
  lineAcross(pen, band.topPx + band.heightPx - 1, palette.lineSoft);
}

export function drawHeadLane(pen: Pen, band: Band): void {
  fillBand(pen, band, pen.palette.bg1);
  lineAcross(pen, band.topPx + band.heightPx - 1, pen.palette.lineSoft);
}

/** Seams of the reviewed take; the selected one is lit. */
export function drawSeamLane(pen: Pen, band: Band, take: Take, selected: number | null): void {
  const { context, palette, model } = pen;
  fillBand(pen, band, palette.bg2);
  take.seamFrames.forEach((frame, index) => {
    const x = Math.round(penX(pen, frameToTicks(take.firstFrame + frame, model.rate)));
    if (x < -8 || x > pen.widthPx + 8) return;
    context.fillStyle = index + 1 === selected ? palette.accent : palette.lineStrong;
    context.fillRect(x - 1, band.topPx + 3, 2, band.heightPx - 6);
    const jump = take.quality?.seams.find((seam) => seam.frame === frame)?.jump;
    if (jump === undefined) return;
    setFont(pen, 11);
    context.fillStyle = jump > 1 ? palette.warn : palette.text2;
    context.fillText(jump.toFixed(2), x + 5, band.topPx + band.heightPx / 2 + 4);
  });
  lineAcross(pen, band.topPx + band.heightPx - 1, palette.lineSoft);
}
