// From ticks to pixels of the lanes and back. Pixels are CSS pixels from the left edge of the lanes.

export interface TimeScale {
  readonly startTick: number;
  readonly ticksPerPixel: number;
}

export function xOf({ startTick, ticksPerPixel }: TimeScale, tick: number): number {
  return (tick - startTick) / ticksPerPixel;
}

export function tickAt({ startTick, ticksPerPixel }: TimeScale, xPx: number): number {
  return startTick + xPx * ticksPerPixel;
}
