// From a raw score to turns: hysteresis, minimum lengths, and a curve that agrees with them.
import { medianOfFive } from './frame-energy.ts';
import type { Interval, SpeakingScore } from './speaking-score.ts';
import { SCORE_RATE } from './speaking-score.ts';

/** Hysteresis of spec analysis 2.4: speech starts above it and ends below its negative. */
const HYSTERESIS = 0.15;
/** Shorter speech is a click or a breath: 0.2 s keeps a backchannel of 0.3 s. */
const LEAST_SPEECH_FRAMES = 5;
/** Shorter pauses belong to the speech around them: 0.28 s. */
const LEAST_PAUSE_FRAMES = 7;

/** The decay of the last sound is still speech. */
const DECAY_FRAMES = 1;

type Run = [first: number, end: number];

/**
 * `raw`: score before decisions, in [-1, 1] at SCORE_RATE. The result's values are positive
 * exactly inside its intervals.
 */
export function decideSpeaking(raw: Float32Array): SpeakingScore {
  const smooth = medianOfFive(raw);
  const runs = mergeAndDrop(findRuns(smooth));
  const values = smooth.map((value) => Math.min(value, -HYSTERESIS));
  for (const [first, end] of runs) {
    for (let i = first; i < end; i++) values[i] = Math.max(smooth[i], HYSTERESIS);
  }
  const intervals = runs.map(([first, end]): Interval => [first / SCORE_RATE, end / SCORE_RATE]);
  return { values, intervals };
}

/** Runs that rise above the upper line and last until the lower one, trimmed to zero crossings. */
function findRuns(score: Float32Array): Run[] {
  const runs: Run[] = [];
  let first = -1;
  for (let i = 0; i <= score.length; i++) {
    const value = i < score.length ? score[i] : -1;
    if (first < 0 && value > HYSTERESIS) {
      first = i;
      const earliest = runs.at(-1)?.[1] ?? 0;
      while (first > earliest && score[first - 1] > 0) first--;
    } else if (first >= 0 && value < -HYSTERESIS) {
      let end = i;
      while (end > first + 1 && score[end - 1] <= 0) end--;
      runs.push([first, Math.min(score.length, end + DECAY_FRAMES)]);
      first = -1;
    }
  }
  return runs;
}

function mergeAndDrop(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const previous = merged.at(-1);
    if (previous !== undefined && run[0] - previous[1] < LEAST_PAUSE_FRAMES) previous[1] = run[1];
    else merged.push([run[0], run[1]]);
  }
  return merged.filter(([first, end]) => end - first >= LEAST_SPEECH_FRAMES);
}
