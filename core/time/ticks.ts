// Time is an integer: 705 600 000 ticks per second is exact for every film, video and audio rate.

/** Ticks per second ("flicks"). */
export const TICKS_PER_SECOND = 705_600_000;

/** A frame rate as a fraction, e.g. 30000/1001. Frames per second. */
export interface Rational {
  readonly num: number;
  readonly den: number;
}

export const DRAFT_FRAME_RATE: Rational = { num: 25, den: 1 };

export function secondsToTicks(seconds: number): number {
  return Math.round(seconds * TICKS_PER_SECOND);
}

export function ticksToSeconds(ticks: number): number {
  return ticks / TICKS_PER_SECOND;
}

/** First tick of frame `frame`. Exact while `TICKS_PER_SECOND * den` is divisible by `num`. */
export function frameToTicks(frame: number, rate: Rational): number {
  return Math.round((frame * rate.den * TICKS_PER_SECOND) / rate.num);
}

/** The frame that is on screen at `ticks`. */
export function ticksToFrame(ticks: number, rate: Rational): number {
  const frame = Math.floor((ticks * rate.num) / (rate.den * TICKS_PER_SECOND));
  return frameToTicks(frame + 1, rate) <= ticks ? frame + 1 : frame;
}

/** Frames needed to cover `ticks`; a started frame counts. */
export function ticksToFrameCount(ticks: number, rate: Rational): number {
  const frame = ticksToFrame(ticks, rate);
  return frameToTicks(frame, rate) < ticks ? frame + 1 : frame;
}
