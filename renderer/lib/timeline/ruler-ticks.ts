// Which times the ruler names at a zoom.
import { frameToTicks, type Rational } from '#core/time/ticks.ts';

/** A label wants this much room. */
const LABEL_PX = 68;
/** Steps in seconds; below them frames are named. */
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000];

export interface RulerStep {
  /** Frames between two labels. */
  readonly majorFrames: number;
  /** Frames between two marks. */
  readonly minorFrames: number;
}

/** Frame counts that divide a second, e.g. 1, 5 of 25. */
function dividers(perSecond: number): number[] {
  return Array.from({ length: perSecond - 1 }, (_, i) => i + 1).filter(
    (frames) => perSecond % frames === 0,
  );
}

export function rulerStep(ticksPerPixel: number, rate: Rational): RulerStep {
  const perSecond = Math.max(1, Math.round(rate.num / rate.den));
  const framePx = frameToTicks(1, rate) / ticksPerPixel;
  const steps = [...dividers(perSecond), ...SECONDS.map((seconds) => seconds * perSecond)];
  const majorFrames =
    steps.find((frames) => frames * framePx >= LABEL_PX) ?? SECONDS[SECONDS.length - 1] * perSecond;
  const parts = [10, 5, 4, 3, 2].find(
    (count) => majorFrames % count === 0 && (majorFrames / count) * framePx >= 8,
  );
  return { majorFrames, minorFrames: majorFrames / (parts ?? 1) };
}
