// All of the film in 16 px: who speaks where, what is shown below, where the playhead is.
import { frameToTicks } from '#core/time/ticks.ts';
import { drawBitmap } from './draw-bitmap.ts';
import { fillBand, lineAcross, shownTicks, type Band, type Pen } from './pen.ts';

const ROW_PX = 4;

/** Pixels per tick of the minimap. */
export function minimapScale({ model, widthPx }: Pick<Pen, 'model' | 'widthPx'>): number {
  return widthPx / Math.max(1, model.endTick);
}

/** Who talks where, drawn once: it does not change while the lanes zoom and scroll. */
let talk: { readonly inputs: readonly unknown[]; readonly bitmap: ImageBitmap } | null = null;

function talkPicture({ model, widthPx }: Pen, { heightPx }: Band): ImageBitmap {
  const ratio = window.devicePixelRatio;
  const inputs = [widthPx, heightPx, ratio, ...model.people.map(({ analysed }) => analysed.values)];
  if (
    talk?.inputs.length === inputs.length &&
    talk.inputs.every((each, index) => each === inputs[index])
  )
    return talk.bitmap;
  const pitch = (heightPx - 4) / Math.max(2, model.people.length);
  const columns = Math.ceil(widthPx);
  talk?.bitmap.close();
  const bitmap = drawBitmap(columns * ratio, heightPx * ratio, (context) => {
    context.scale(ratio, ratio);
    for (const { index, look, analysed } of model.people) {
      context.fillStyle = look.hex;
      const y = 3 + index * pitch;
      for (let x = 0; x < columns; x++) {
        if (talksAt(analysed.values, x / columns, (x + 1) / columns))
          context.fillRect(x, y, 1, Math.min(ROW_PX, Math.max(1, pitch - 1)));
      }
    }
  });
  talk = { inputs, bitmap };
  return bitmap;
}

/** Whether somebody talks for most of a part of the film, given in shares of it. */
function talksAt(values: Float32Array, from: number, to: number): boolean {
  const first = Math.floor(from * values.length);
  const end = Math.max(first + 1, Math.floor(to * values.length));
  let talking = 0;
  for (let frame = first; frame < end; frame++) if (values[frame] > 0) talking++;
  return 2 * talking >= end - first;
}

export function drawMinimap(pen: Pen, band: Band): void {
  const { context, palette, widthPx } = pen;
  fillBand(pen, band, palette.bg0);
  context.globalAlpha = 0.55;
  context.drawImage(talkPicture(pen, band), 0, band.topPx, Math.ceil(widthPx), band.heightPx);
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
