// Which frames a contact sheet shows: the film at even steps, and each mouth while it speaks.

import type { Interval } from '#core/speech/speaking-score.ts';

/** `count` frames in the middle of equal parts of the film; fewer when the film is shorter. */
export function chooseOverviewFrames(frames: number, count: number): readonly number[] {
  const parts = Math.min(count, frames);
  return Array.from({ length: parts }, (_, i) => Math.floor(((i + 0.5) * frames) / parts));
}

export interface MouthRun {
  readonly frames: readonly number[];
  /** False when the person never speaks and the run only shows the mouth at rest. */
  readonly speaks: boolean;
}

/**
 * `count` frames, `step` apart, in the middle of the longest stretch in which the person speaks,
 * and in the middle of the film for a person who never does.
 */
export function chooseMouthFrames(
  speaking: readonly Interval[],
  frameRate: number,
  frames: number,
  count: number,
  step: number,
): MouthRun {
  const longest = [...speaking].sort((a, b) => b[1] - b[0] - (a[1] - a[0])).at(0);
  const middle = longest === undefined ? frames / 2 : ((longest[0] + longest[1]) / 2) * frameRate;
  const run = Math.min(count, Math.ceil(frames / step));
  const latest = Math.max(0, frames - 1 - (run - 1) * step);
  const first = Math.min(latest, Math.max(0, Math.round(middle - ((run - 1) * step) / 2)));
  return {
    frames: Array.from({ length: run }, (_, i) => Math.min(frames - 1, first + i * step)),
    speaks: longest !== undefined,
  };
}

/** Names of those who speak at `second`. */
export function speakersAt(
  people: readonly { readonly name: string; readonly speaking: readonly Interval[] }[],
  second: number,
): readonly string[] {
  return people
    .filter(({ speaking }) => speaking.some(([start, end]) => second >= start && second < end))
    .map(({ name }) => name);
}
