// Patterns of the chunk bar and of conflicts: state is never told by colour alone.
import type { Palette } from './palette.ts';

type Draw = (context: OffscreenCanvasRenderingContext2D, sizePx: number) => void;

export interface Textures {
  readonly queued: CanvasPattern;
  readonly stale: CanvasPattern;
  readonly rendering: CanvasPattern;
  readonly conflict: CanvasPattern;
}

function pattern(
  target: CanvasRenderingContext2D,
  sizePx: number,
  pixelRatio: number,
  turnDegrees: number,
  draw: Draw,
): CanvasPattern {
  const side = Math.max(1, Math.round(sizePx * pixelRatio));
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gives no canvas.');
  context.scale(side / sizePx, side / sizePx);
  draw(context, sizePx);
  const made = target.createPattern(canvas, 'repeat');
  if (made === null) throw new Error('The browser makes no patterns.');
  made.setTransform(new DOMMatrix().rotate(turnDegrees).scale(sizePx / side));
  return made;
}

const stripes =
  (ground: string | null, stripe: string, stripePx: number): Draw =>
  (context, sizePx) => {
    if (ground !== null) {
      context.fillStyle = ground;
      context.fillRect(0, 0, sizePx, sizePx);
    }
    context.fillStyle = stripe;
    context.fillRect(0, 0, stripePx, sizePx);
  };

export function makeTextures(
  context: CanvasRenderingContext2D,
  palette: Palette,
  pixelRatio: number,
): Textures {
  const make = (sizePx: number, turnDegrees: number, draw: Draw): CanvasPattern =>
    pattern(context, sizePx, pixelRatio, turnDegrees, draw);
  return {
    queued: make(6, 0, (each, sizePx) => {
      each.fillStyle = palette.chunkQueued;
      each.fillRect(0, 0, sizePx, sizePx);
      each.fillStyle = palette.chunkQueuedDot;
      each.arc(2, 3, 1, 0, 2 * Math.PI);
      each.fill();
    }),
    stale: make(7, 45, stripes(palette.chunkStale, palette.lineStrong, 1.5)),
    rendering: make(10, 45, stripes(palette.chunkRenderingDark, palette.chunkReady, 5)),
    conflict: make(6, -45, stripes(null, palette.onSpeaker, 3)),
  };
}
