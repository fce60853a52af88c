// Stretches of voices: solid is decided by the user, dashed is proposed, grey is nobody's.
import { i18n } from '../../../lib/i18n/i18n.ts';
import { projectPeaks } from '../../../lib/peaks/project-peaks.ts';
import { firstClipAt, type Clip } from '../model/clips.ts';
import { drawWaveform } from './draw-waveform.ts';
import { penX, setFont, shownTicks, textWidth, type Band, type Pen } from './pen.ts';

/** Lanes from this height on name their clips. */
const NAMED_FROM_PX = 40;

export interface ClipLane {
  readonly clips: readonly Clip[];
  readonly selectedIds: ReadonlySet<string>;
  /** `recording`: coloured by who speaks each clip; `person`: all of one person. */
  readonly names: 'voice' | 'recording';
}

interface ClipLook {
  readonly color: string;
  readonly waveColor: string;
  readonly fillAlpha: number;
  readonly lineAlpha: number;
  readonly waveAlpha: number;
  readonly dash: readonly number[];
}

function lookOf(pen: Pen, { assignment }: Clip): ClipLook {
  const { palette, model } = pen;
  const person = model.personOf(assignment?.personId ?? null);
  const color = person?.look.hex ?? palette.lineStrong;
  if (assignment === null)
    return {
      color,
      waveColor: palette.text2,
      fillAlpha: 0.08,
      lineAlpha: 0.9,
      waveAlpha: 0.55,
      dash: [2, 3],
    };
  if (assignment.source === 'proposal')
    return {
      color,
      waveColor: palette.text2,
      fillAlpha: 0.08,
      lineAlpha: 0.9,
      waveAlpha: 0.7,
      dash: [5, 4],
    };
  const waveColor = person === null ? palette.text2 : color;
  return { color, waveColor, fillAlpha: 0.16, lineAlpha: 0.5, waveAlpha: 0.95, dash: [] };
}

function* shownClips(pen: Pen, { clips }: ClipLane): Iterable<Clip> {
  const [firstTick, endTick] = shownTicks(pen);
  for (let i = firstClipAt(clips, firstTick); i < clips.length; i++) {
    if (clips[i].startTick > endTick) break;
    if (clips[i].endTick >= firstTick) yield clips[i];
  }
}

/** Everything but words. */
export function drawClips(pen: Pen, band: Band, lane: ClipLane): void {
  for (const clip of shownClips(pen, lane)) drawClip(pen, band, clip, lane);
}

export function nameClips(pen: Pen, { topPx, heightPx }: Band, lane: ClipLane): void {
  for (const clip of shownClips(pen, lane)) {
    const left = Math.max(-8, penX(pen, clip.startTick));
    const right = Math.min(pen.widthPx + 8, penX(pen, clip.endTick));
    if (projectPeaks.failureOf(clip.voice.id) !== null)
      sayNoWaveform(pen, { topPx, heightPx }, left, right);
    if (heightPx > NAMED_FROM_PX)
      nameClip(pen, topPx, clip, lane, left, right, lookOf(pen, clip).color);
  }
}

function drawClip(pen: Pen, { topPx, heightPx }: Band, clip: Clip, lane: ClipLane): void {
  const { context, palette, widthPx } = pen;
  const left = Math.max(-8, penX(pen, clip.startTick));
  const right = Math.min(widthPx + 8, penX(pen, clip.endTick));
  const look = lookOf(pen, clip);
  const isSelected = clip.assignment !== null && lane.selectedIds.has(clip.assignment.id);
  context.beginPath();
  context.roundRect(left + 0.5, topPx + 1.5, Math.max(1, right - left - 1), heightPx - 3, 3);
  context.fillStyle = clip.assignment?.source === 'user' ? look.color : palette.text2;
  context.globalAlpha = look.fillAlpha * (isSelected ? 1.8 : 1);
  context.fill();
  context.globalAlpha = isSelected ? 1 : look.lineAlpha;
  context.strokeStyle = isSelected ? palette.text1 : look.color;
  context.lineWidth = isSelected ? 1.5 : 1;
  context.setLineDash([...look.dash]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
  const isNamed = heightPx > NAMED_FROM_PX;
  const waveBand = isNamed
    ? { topPx: topPx + 14, heightPx: heightPx - 16 }
    : { topPx: topPx + 1, heightPx: heightPx - 2 };
  drawWaveform(pen, waveBand, {
    voice: clip.voice,
    startTick: clip.startTick,
    endTick: clip.endTick,
    color: look.waveColor,
    alpha: look.waveAlpha,
    detail: 'full',
  });
}

function sayNoWaveform(pen: Pen, { topPx, heightPx }: Band, left: number, right: number): void {
  const text = i18n.t('timeline:noWaveform');
  setFont(pen, 11);
  if (right - left < textWidth(pen, text) + 14) return;
  pen.context.fillStyle = pen.palette.text2;
  pen.context.fillText(text, Math.max(left, 0) + 7, topPx + heightPx / 2 + 4);
}

/** Who speaks it, as far as it is known, at the right end of the clip. */
function claimOf(pen: Pen, { assignment }: Clip): string {
  if (assignment === null) return i18n.t('timeline:clip.undecided');
  const name = pen.model.personOf(assignment.personId)?.person.name ?? null;
  if (assignment.source === 'user') return name === null ? i18n.t('timeline:clip.nobody') : name;
  const percent = Math.round(assignment.confidence * 100);
  return i18n.t('timeline:clip.proposal', {
    name: name ?? i18n.t('timeline:clip.nobody'),
    percent,
  });
}

function nameClip(
  pen: Pen,
  topPx: number,
  clip: Clip,
  lane: ClipLane,
  left: number,
  right: number,
  color: string,
): void {
  const { context, palette, widthPx } = pen;
  setFont(pen, 11, 500);
  const from = Math.max(left, 0) + 7;
  const namePx = textWidth(pen, clip.voice.name);
  const room = Math.min(right, widthPx) - from - 7;
  if (room < Math.min(namePx, 24)) return;
  context.save();
  context.beginPath();
  context.rect(from, topPx, room, 18);
  context.clip();
  context.fillStyle = palette.text1;
  context.fillText(clip.voice.name, from, topPx + 13);
  context.restore();
  if (lane.names !== 'recording') return;
  const claim = claimOf(pen, clip);
  const isUser = clip.assignment?.source === 'user';
  const claimPx = textWidth(pen, claim);
  const end = Math.min(right, widthPx) - 7;
  if (end - from < namePx + claimPx + 24) return;
  context.fillStyle = clip.assignment === null || isUser ? palette.text2 : color;
  context.fillText(claim, end - claimPx, topPx + 13);
}
