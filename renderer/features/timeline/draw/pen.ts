// What every drawing function is given, and the few strokes that they share.
import { tickAt, xOf, type TimeScale } from '../../../lib/timeline/time-scale.ts';
import type { TimelineModel } from '../model/timeline-model.ts';
import type { Palette } from './palette.ts';
import type { Textures } from './textures.ts';

/** Of the canvas on screen, or of a picture beside it. */
export type PenContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface Pen {
  readonly context: PenContext;
  readonly palette: Palette;
  readonly textures: Textures;
  readonly model: TimelineModel;
  readonly scale: TimeScale;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lack: Lack;
}

/** Whether something was not known yet when it was drawn. */
export interface Lack {
  isAny: boolean;
}

/** A horizontal band of the canvas. */
export interface Band {
  readonly topPx: number;
  readonly heightPx: number;
}

export function penX({ scale }: Pen, tick: number): number {
  return xOf(scale, tick);
}

/** Ticks at the left and the right edge. */
export function shownTicks({ scale, widthPx }: Pen): readonly [firstTick: number, endTick: number] {
  return [scale.startTick, tickAt(scale, widthPx)];
}

export function fillBand(
  { context, widthPx }: Pen,
  { topPx, heightPx }: Band,
  color: string,
): void {
  context.fillStyle = color;
  context.fillRect(0, topPx, widthPx, heightPx);
}

/** A crisp line of one pixel; y is the pixel row. */
export function lineAcross(pen: Pen, yPx: number, color: string, from = 0, to = pen.widthPx): void {
  pen.context.fillStyle = color;
  pen.context.fillRect(from, Math.floor(yPx), to - from, 1);
}

export function lineDown(pen: Pen, xPx: number, { topPx, heightPx }: Band, color: string): void {
  pen.context.fillStyle = color;
  pen.context.fillRect(Math.round(xPx), topPx, 1, heightPx);
}

export function setFont({ context, palette }: Pen, sizePx: number, weight = 400): void {
  context.font = `${weight} ${sizePx}px ${palette.font}`;
}

const widths = new Map<string, number>();
const MAX_WIDTHS = 2000;

/** Width of a text in the font that is set; measured once. */
export function textWidth({ context }: Pen, text: string): number {
  const key = `${context.font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = context.measureText(text).width;
    if (widths.size > MAX_WIDTHS) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/** Forgets widths that were measured before the font had come. */
export function forgetTextWidths(): void {
  widths.clear();
}
