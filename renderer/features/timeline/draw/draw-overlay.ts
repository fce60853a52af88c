// What moves while nothing else does: playhead, hovered and focused keys, the selection box.
import { lineDown, penX, type Band, type Pen } from './pen.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A full line with a cap in the ruler. */
export function drawPlayhead(pen: Pen, ruler: Band, bottomPx: number, tick: number): void {
  const { context, palette, widthPx } = pen;
  const x = Math.round(penX(pen, tick));
  if (x < -6 || x > widthPx + 6) return;
  lineDown(pen, x, { topPx: ruler.topPx, heightPx: bottomPx - ruler.topPx }, palette.playhead);
  context.fillStyle = palette.playhead;
  context.beginPath();
  context.moveTo(x - 6, ruler.topPx + 2);
  context.lineTo(x + 7, ruler.topPx + 2);
  context.lineTo(x + 7, ruler.topPx + 11);
  context.lineTo(x + 0.5, ruler.topPx + 18);
  context.lineTo(x - 6, ruler.topPx + 11);
  context.closePath();
  context.fill();
}

export function drawBox({ context, palette }: Pen, { left, top, width, height }: Box): void {
  context.fillStyle = palette.accent;
  context.globalAlpha = 0.12;
  context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
}

/** A line where something snaps. */
export function drawSnapLine(pen: Pen, topPx: number, tick: number): void {
  const { context, palette } = pen;
  const x = Math.round(penX(pen, tick)) + 0.5;
  context.strokeStyle = palette.accent;
  context.setLineDash([2, 3]);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, topPx);
  context.lineTo(x, pen.heightPx);
  context.stroke();
  context.setLineDash([]);
}

export function drawValue(pen: Pen, x: number, y: number, text: string): void {
  const { context, palette } = pen;
  context.font = `500 11px ${palette.font}`;
  const width = context.measureText(text).width + 12;
  const left = x + 10 + width > pen.widthPx ? x - 10 - width : x + 10;
  const top = y + 10 + 20 > pen.heightPx ? y - 30 : y + 10;
  context.fillStyle = palette.bg3;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left + 0.5, top + 0.5, width, 20, 3);
  context.fill();
  context.stroke();
  context.fillStyle = palette.text1;
  context.fillText(text, left + 6, top + 14);
}
