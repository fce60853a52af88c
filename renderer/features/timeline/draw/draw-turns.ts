// Who talks, listens or is silent when, as a strip. Hatched: two people talk at once; with a red edge:
// two voices in one mouth.
import { i18n } from '../../../lib/i18n/i18n.ts';
import { spokenStretches } from '../../../lib/people/effective-scores.ts';
import { projectStore } from '../../../state/project-store.ts';
import type { PersonModel } from '../model/timeline-model.ts';
import { fillBand, lineAcross, penX, setFont, textWidth, type Band, type Pen } from './pen.ts';
import { shownFrames } from './draw-score-line.ts';

type Turn = 'talking' | 'overlap' | 'listening' | 'silent' | 'conflict';

const INSET_PX = 4;
/** A turn shorter than this on screen is not told apart. */
const CELL_PX = 3;

export function drawTurns(pen: Pen, band: Band, person: PersonModel): void {
  fillBand(pen, band, pen.palette.bg1);
  const [first, end] = shownFrames(pen);
  const step = Math.max(1, Math.floor((CELL_PX * pen.scale.ticksPerPixel) / pen.model.frameTicks));
  const turnAt = turnsOf(pen, person);
  let start = first;
  let turn = turnAt(first);
  for (let frame = first + step; frame <= end; frame += step) {
    const next = frame >= end ? null : turnAt(frame);
    if (next === turn) continue;
    drawTurn(pen, band, person, turn, start, Math.min(frame, end));
    if (next === null) break;
    [start, turn] = [frame, next];
  }
  lineAcross(pen, band.topPx + band.heightPx - 1, pen.palette.lineSoft);
}

function turnsOf({ model }: Pen, { person, analysed }: PersonModel): (frame: number) => Turn {
  const { analysis, shown } = projectStore.getState();
  const stretches = person.silent ? [] : spokenStretches(shown, person);
  const scoreAt = (voiceIndex: number, frame: number): number =>
    analysis.scores.at(voiceIndex)?.[frame] ?? -1;
  return (frame) => {
    if (person.silent) return 'silent';
    const sounding = stretches.filter(
      ({ voiceIndex, first, end }) =>
        frame >= first && frame < end && scoreAt(voiceIndex, frame) > 0,
    );
    if (sounding.length > 1) return 'conflict';
    const isAnother = model.people.some(
      (other) => other.person.id !== person.id && (other.analysed.values[frame] ?? -1) > 0,
    );
    if ((analysed.values[frame] ?? -1) > 0) return isAnother ? 'overlap' : 'talking';
    return isAnother ? 'listening' : 'silent';
  };
}

function drawTurn(
  pen: Pen,
  { topPx, heightPx }: Band,
  { look }: PersonModel,
  turn: Turn,
  first: number,
  end: number,
): void {
  if (turn === 'silent') return;
  const { context, palette, model, textures } = pen;
  const left = Math.max(-4, penX(pen, first * model.frameTicks));
  const right = Math.min(pen.widthPx + 4, penX(pen, end * model.frameTicks));
  const [top, height] = [topPx + INSET_PX, heightPx - 2 * INSET_PX];
  context.fillStyle = look.hex;
  context.globalAlpha = turn === 'listening' ? 0.18 : 0.85;
  context.fillRect(left, top, Math.max(1, right - left - 1), height);
  context.globalAlpha = 1;
  if (turn === 'conflict' || turn === 'overlap') {
    context.fillStyle = textures.conflict;
    context.fillRect(left, top, right - left - 1, height);
    if (turn === 'overlap') return;
    context.strokeStyle = palette.danger;
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, top + 0.5, right - left - 2, height - 1);
    return;
  }
  const word = i18n.t(`timeline:turn.${turn}`);
  setFont(pen, 11, turn === 'talking' ? 500 : 400);
  if (right - Math.max(left, 0) < textWidth(pen, word) + 14) return;
  context.fillStyle = turn === 'talking' ? palette.onSpeaker : palette.text2;
  context.fillText(word, Math.max(left, 0) + 6, top + height / 2 + 4);
}
