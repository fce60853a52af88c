// Times as people type and read them.

import { AppError } from '../errors/app-error.ts';
import { secondsToTicks, ticksToSeconds } from './ticks.ts';

const CLOCK = /^(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,6})(?:\.(\d{1,9}))?$/;

/**
 * Ticks of `hh:mm:ss.mmm`, `mm:ss.mmm` or `ss.mmm`.
 * @throws AppError `bad-time` (usage)
 */
export function parseTime(text: string): number {
  const match = CLOCK.exec(text.trim());
  if (!match) {
    throw new AppError({
      category: 'usage',
      code: 'bad-time',
      message: `"${text}" is not a time.`,
      hint: 'Write times as hh:mm:ss.mmm, for example 00:00:02.500.',
    });
  }
  const [, hours = '0', minutes = '0', seconds, fraction = ''] = match;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return secondsToTicks(whole) + secondsToTicks(Number(`0.${fraction || '0'}`));
}

/** `hh:mm:ss.mmm`, rounded to the millisecond. */
export function formatTime(ticks: number): string {
  const totalMs = Math.round(ticksToSeconds(ticks) * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(totalMs / 3_600_000);
  const minutes = Math.floor(totalMs / 60_000) % 60;
  const seconds = Math.floor(totalMs / 1000) % 60;
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(totalMs % 1000).padStart(3, '0')}`;
}

/** A duration for a progress line: `45 s`, `3 min 05 s`, `2 h 07 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
