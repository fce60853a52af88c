// The user's curve through the keys that are on screen, drawn as what it is.
import { cubicOf, cubicValue } from '#core/curve/bezier.ts';
import { isValueKey, type ValueKey } from '#core/curve/curve-key.ts';
import type { ScoreKey } from '#core/project/document.ts';
import { scoreY } from '../model/score-geometry.ts';
import { penX, type Band, type Pen } from './pen.ts';

/** Points along a segment whose handles leave [-1, 1], where the curve is cut flat. */
const CUT_STEPS = 24;

/** @param from, to indexes of keys, `to` exclusive: the first left of the screen to the first right of it */
export function drawKeyCurve(
  pen: Pen,
  band: Band,
  keys: readonly ScoreKey[],
  from: number,
  to: number,
  color: string,
): void {
  const { context } = pen;
  context.beginPath();
  let isOpen = false;
  for (let i = from; i < to; i++) {
    const key = keys[i];
    if (!isValueKey(key)) {
      isOpen = false;
      continue;
    }
    const [x, y] = [penX(pen, key.tick), scoreY(band, key.value)];
    if (!isOpen) context.moveTo(x, y);
    isOpen = true;
    traceSegment(pen, band, key, keys[i + 1]);
  }
  context.strokeStyle = color;
  context.lineWidth = 2.25;
  context.lineJoin = 'round';
  context.stroke();
}

function traceSegment(pen: Pen, band: Band, key: ValueKey, next: ScoreKey | undefined): void {
  const { context, model } = pen;
  const y = scoreY(band, key.value);
  const endX = penX(pen, next?.tick ?? model.endTick);
  if (!isValueKey(next)) {
    context.lineTo(endX, y);
    return;
  }
  const nextY = scoreY(band, next.value);
  if (key.interpolation === 'hold') {
    context.lineTo(endX, y);
    context.lineTo(endX, nextY);
    return;
  }
  if (key.interpolation === 'linear') {
    context.lineTo(endX, nextY);
    return;
  }
  const cubic = cubicOf(key, next);
  const x = penX(pen, key.tick);
  const along = (fraction: number): number => x + (endX - x) * fraction;
  if (Math.abs(cubic.y1) <= 1 && Math.abs(cubic.y2) <= 1) {
    context.bezierCurveTo(
      along(cubic.x1),
      scoreY(band, cubic.y1),
      along(cubic.x2),
      scoreY(band, cubic.y2),
      endX,
      nextY,
    );
    return;
  }
  for (let step = 1; step <= CUT_STEPS; step++) {
    const fraction = step / CUT_STEPS;
    context.lineTo(along(fraction), scoreY(band, cubicValue(cubic, fraction)));
  }
}
