// Times as editors write them: hours, minutes, seconds, frames.
import { ticksToFrame, type Rational } from '#core/time/ticks.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `hh:mm:ss:ff`, counting nominal frames (30 for 29.97). */
export function formatTimecode(tick: number, rate: Rational): string {
  const perSecond = Math.max(1, Math.round(rate.num / rate.den));
  const frame = ticksToFrame(Math.max(0, Math.round(tick)), rate);
  const seconds = Math.floor(frame / perSecond);
  return [
    two(Math.floor(seconds / 3600)),
    two(Math.floor(seconds / 60) % 60),
    two(seconds % 60),
    two(frame % perSecond),
  ].join(':');
}

/** Without hours while there are none. */
export function formatShortTimecode(tick: number, rate: Rational): string {
  return formatTimecode(tick, rate).replace(/^00:/, '');
}
