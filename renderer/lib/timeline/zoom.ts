// How far the timeline zooms and scrolls.
import { secondsToTicks } from '#core/time/ticks.ts';
import { tickAt, type TimeScale } from './time-scale.ts';

/** Room behind the film, as a share of its length, when all of it is shown. */
const TAIL = 0.035;
/** A film without length still needs a scale. */
const SHORTEST_TICKS = secondsToTicks(4);
/** Nearest zoom: 1 s is 2000 px, a frame of 25 is 80. */
const LEAST_TICKS_PER_PIXEL = secondsToTicks(1 / 2000);

export function fitTicksPerPixel(endTick: number, widthPx: number): number {
  return (Math.max(endTick, SHORTEST_TICKS) * (1 + TAIL)) / Math.max(1, widthPx);
}

/** The nearest scale that shows some of the film and no more than all of it. */
export function clampScale(scale: TimeScale, endTick: number, widthPx: number): TimeScale {
  const fit = fitTicksPerPixel(endTick, widthPx);
  const ticksPerPixel = Math.min(
    Math.max(fit, LEAST_TICKS_PER_PIXEL),
    Math.max(LEAST_TICKS_PER_PIXEL, scale.ticksPerPixel),
  );
  const last = Math.max(0, (fit - ticksPerPixel) * widthPx);
  return { startTick: Math.min(last, Math.max(0, scale.startTick)), ticksPerPixel };
}

/** Zooms by a factor (2 is twice as near) and keeps the tick under `xPx` where it is. */
export function zoomAt(scale: TimeScale, factor: number, xPx: number): TimeScale {
  const ticksPerPixel = scale.ticksPerPixel / factor;
  return { startTick: tickAt(scale, xPx) - xPx * ticksPerPixel, ticksPerPixel };
}

/** Zoom as a share from all of the film (0) to the nearest (1), for the slider. */
export function zoomShare(ticksPerPixel: number, endTick: number, widthPx: number): number {
  const fit = fitTicksPerPixel(endTick, widthPx);
  if (fit <= LEAST_TICKS_PER_PIXEL) return 0;
  const share = Math.log(fit / ticksPerPixel) / Math.log(fit / LEAST_TICKS_PER_PIXEL);
  return Math.min(1, Math.max(0, share));
}

export function ticksPerPixelAt(share: number, endTick: number, widthPx: number): number {
  const fit = fitTicksPerPixel(endTick, widthPx);
  return fit * (LEAST_TICKS_PER_PIXEL / fit) ** share;
}
