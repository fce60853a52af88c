// The layer above the lanes.
import { viewStore } from '../../../state/view-store.ts';
import { drawHoverDisc } from '../draw/draw-keys.ts';
import { drawMinimapPlayhead } from '../draw/draw-minimap.ts';
import { drawBox, drawPlayhead, drawSnapLine, drawValue } from '../draw/draw-overlay.ts';
import type { Pen } from '../draw/pen.ts';
import type { Bands } from './bands.ts';
import { readOverlay } from './overlay-store.ts';

export function drawOverlay(pen: Pen, bands: Bands): void {
  const { playheadTick } = viewStore.getState();
  const { box, snapTick, value, hover, stroke } = readOverlay();
  if (hover !== null) drawHoverDisc(pen, hover.x, hover.y);
  if (snapTick !== null) drawSnapLine(pen, bands.ruler.topPx, snapTick);
  if (stroke.length > 1) drawStroke(pen, stroke);
  if (bands.minimap !== null) drawMinimapPlayhead(pen, bands.minimap, playheadTick);
  drawPlayhead(pen, bands.ruler, pen.heightPx, playheadTick);
  if (box !== null) drawBox(pen, box);
  if (value !== null) drawValue(pen, value.x, value.y, value.text);
}

function drawStroke(
  { context, palette }: Pen,
  stroke: readonly (readonly [number, number])[],
): void {
  context.beginPath();
  for (const [x, y] of stroke) context.lineTo(x, y);
  context.strokeStyle = palette.text1;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.stroke();
}
