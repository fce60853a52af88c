// All of the film in 16 px: who speaks where, what is shown below, where the playhead is.
import { frameToTicks } from '#core/time/ticks.ts';
import { fillBand, lineAcross, shownTicks, type Band, type Pen } from './pen.ts';

const ROW_PX = 4;

/** Pixels per tick of the minimap. */
export function minimapScale({ model, widthPx }: Pick<Pen, 'model' | 'widthPx'>): number {
  return widthPx / Math.max(1, model.endTick);
}

/** Talking stretches of one person as pixel columns, kept while score and width stay. */
interface Talk {
  readonly values: Float32Array;
  readonly widthPx: number;
  readonly stretches: readonly (readonly [from: number, to: number])[];
}
const talks = new Map<number, Talk>();

function talkOf(values: Float32Array, index: number, widthPx: number): Talk {
  const known = talks.get(index);
  if (known !== undefined && known.values === values && known.widthPx === widthPx) return known;
  const stretches: [number, number][] = [];
  const columns = Math.ceil(widthPx);
  for (let x = 0; x < columns; x++) {
    const first = Math.floor((x / columns) * values.length);
    const end = Math.max(first + 1, Math.floor(((x + 1) / columns) * values.length));
    let talking = 0;
    for (let frame = first; frame < end; frame++) if (values[frame] > 0) talking++;
    if (2 * talking < end - first) continue;
    const last = stretches.at(-1);
    if (last?.[1] === x) last[1] = x + 1;
    else stretches.push([x, x + 1]);
  }
  const talk = { values, widthPx, stretches };
  talks.set(index, talk);
  return talk;
}

export function drawMinimap(pen: Pen, band: Band): void {
  const { context, model, palette, widthPx } = pen;
  fillBand(pen, band, palette.bg0);
  const pitch = (band.heightPx - 4) / Math.max(2, model.people.length);
  context.globalAlpha = 0.55;
  for (const { index, look, analysed } of model.people) {
    context.fillStyle = look.hex;
    const y = band.topPx + 3 + index * pitch;
    for (const [from, to] of talkOf(analysed.values, index, widthPx).stretches)
      context.fillRect(from, y, to - from, Math.min(ROW_PX, Math.max(1, pitch - 1)));
  }
  context.globalAlpha = 1;
  const [firstTick, endTick] = shownTicks(pen);
  const perTick = minimapScale(pen);
  const left = firstTick * perTick;
  const right = Math.min(widthPx, endTick * perTick);
  context.beginPath();
  context.roundRect(
    left + 0.5,
    band.topPx + 0.5,
    Math.max(3, right - left - 1),
    band.heightPx - 2,
    2,
  );
  context.globalAlpha = 0.07;
  context.fillStyle = palette.text1;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = palette.text2;
  context.lineWidth = 1;
  context.stroke();
  lineAcross(pen, band.topPx + band.heightPx - 1, palette.lineSoft);
}

/** The playhead in the minimap belongs to the overlay: it moves while nothing else does. */
export function drawMinimapPlayhead(pen: Pen, band: Band, tick: number): void {
  const { context, model, palette } = pen;
  const x = Math.round(Math.min(tick, frameToTicks(model.frames, model.rate)) * minimapScale(pen));
  context.fillStyle = palette.playhead;
  context.fillRect(x, band.topPx, 1, band.heightPx - 1);
}
