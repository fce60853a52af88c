// Chunk seams as hairlines inside a lane, under what it holds.
import { frameToTicks } from '#core/time/ticks.ts';
import { penX, type Band, type Pen } from './pen.ts';

const FROM_PX = 24;

export function drawSeams(pen: Pen, { topPx, heightPx }: Band): void {
  const { context, model, palette } = pen;
  const { chunks } = model.chunks;
  if (chunks.length < 2) return;
  const chunkTicks = frameToTicks(chunks[0].end - chunks[0].first, model.rate);
  if (chunkTicks / pen.scale.ticksPerPixel < FROM_PX) return;
  context.strokeStyle = palette.lineStrong;
  context.globalAlpha = 0.6;
  context.lineWidth = 1;
  context.setLineDash([1, 3]);
  context.beginPath();
  for (let i = Math.max(1, Math.floor(pen.scale.startTick / chunkTicks)); i < chunks.length; i++) {
    const x = Math.round(penX(pen, frameToTicks(chunks[i].first, model.rate))) + 0.5;
    if (x > pen.widthPx) break;
    context.moveTo(x, topPx);
    context.lineTo(x, topPx + heightPx);
  }
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}
