// Pose keys of one person on a line.
import type { PoseKey } from '#core/project/document.ts';
import { i18n } from '../../../lib/i18n/i18n.ts';
import type { PersonModel } from '../model/timeline-model.ts';
import { drawKeyGlyphs, shownKeys, type GlyphShape } from './draw-keys.ts';
import { drawSeams } from './draw-seams.ts';
import { fillBand, lineAcross, penX, setFont, textWidth, type Band, type Pen } from './pen.ts';

const GAP_PX = 12;

export const poseY = ({ topPx, heightPx }: Band): number => topPx + heightPx / 2;

export const poseShape = ({ interpolation }: PoseKey): GlyphShape =>
  interpolation === 'smooth' ? 'bezier' : interpolation;

export function drawPoseLane(
  pen: Pen,
  band: Band,
  { poseKeys, look }: PersonModel,
  selectedIds: ReadonlySet<string>,
): void {
  const { palette } = pen;
  fillBand(pen, band, palette.bg2);
  drawSeams(pen, band);
  const y = poseY(band);
  const [from, to] = shownKeys(pen, poseKeys);
  pen.context.globalAlpha = 0.6;
  if (poseKeys.length > 0) {
    const left = penX(pen, poseKeys[0].tick);
    const right = penX(pen, poseKeys[poseKeys.length - 1].tick);
    lineAcross(pen, y, look.hex, Math.max(0, left), Math.min(pen.widthPx, right));
  }
  pen.context.globalAlpha = 1;
  drawKeyGlyphs<PoseKey>(
    pen,
    { keys: poseKeys, color: look.hex, selectedIds, shapeOf: poseShape, yOf: () => y },
    from,
    to,
  );
  nameKeys(pen, band, poseKeys, from, to);
  lineAcross(pen, band.topPx + band.heightPx - 1, palette.lineSoft);
}

/** What a key holds, where there is room before the next one. */
function nameKeys(pen: Pen, band: Band, keys: readonly PoseKey[], from: number, to: number): void {
  const { context, palette } = pen;
  setFont(pen, 11);
  for (let i = from; i < to; i++) {
    const left = penX(pen, keys[i].tick) + GAP_PX;
    const next = i + 1 < keys.length ? penX(pen, keys[i + 1].tick) - GAP_PX : pen.widthPx;
    const text = poseText(pen, keys[i]);
    const width = textWidth(pen, text);
    if (next - left < width + 4) continue;
    context.fillStyle = palette.bg2;
    context.fillRect(left - 2, band.topPx + 2, width + 4, band.heightPx - 4);
    context.fillStyle = palette.text2;
    context.fillText(text, left, poseY(band) + 4);
  }
}

const DEGREES = 180 / Math.PI;

function poseText({ model }: Pen, { gaze, values, joints }: PoseKey): string {
  const parts: string[] = [];
  if (gaze?.kind === 'person') {
    const name = model.personOf(gaze.personId)?.person.name ?? '';
    parts.push(i18n.t('timeline:pose.looksAt', { name }));
  } else if (gaze !== null) parts.push(i18n.t(`timeline:pose.gaze.${gaze.kind}`));
  const { yaw, pitch } = values;
  if (typeof yaw === 'number')
    parts.push(i18n.t('timeline:pose.yaw', { degrees: Math.round(yaw * DEGREES) }));
  if (typeof pitch === 'number')
    parts.push(i18n.t('timeline:pose.pitch', { degrees: Math.round(pitch * DEGREES) }));
  const count = Object.keys(joints).length;
  if (count > 0) parts.push(i18n.t('timeline:pose.joints', { count }));
  return parts.join(', ');
}
