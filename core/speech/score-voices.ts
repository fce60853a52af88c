// Who speaks when, from the stems alone (spec analysis 2.4): level against the own noise floor,
// dominance over what leaks in from the others, hysteresis. No network, flat memory.
import { type CoherentLeak, findCoherentLeak, readWithoutLeaks } from './bleed-filter.ts';
import { type LevelBleed, measureLevelBleed } from './bleed-margin.ts';
import { EnergyMeter, SILENCE_DB, smoothLevels } from './frame-energy.ts';
import { decideSpeaking } from './speaking-intervals.ts';
import type { SpeakingScore } from './speaking-score.ts';
import { type VoiceLevel, measureVoiceLevel } from './voice-level.ts';
import { SAMPLES_PER_SCORE, type VoiceSamples } from './voice-samples.ts';

/** Ten seconds: what is held of each voice's samples at a time. */
const BLOCK_FRAMES = 250;
/** Decibels from undecided to certain: the score is tanh(dB / 6) (spec analysis 2.4). */
const SCORE_SCALE_DB = 6;
/** A quieter leak disturbs nothing once the levels are compared. */
const AUDIBLE_LEAK_DB = -35;

interface Levels {
  readonly levelsDb: Float32Array[];
  readonly statistics: VoiceLevel[];
  /** `bleed[into][source]`; null on the diagonal. */
  readonly bleed: (LevelBleed | null)[][];
}

/**
 * Scores all voices of one scene against each other. Every score has the same length, the
 * longest voice's; a voice that has ended scores -1. Tracks that are copies of each other at the
 * same level all speak: nothing in them says whose voice it is.
 *
 * Yields the finished share in [0, 1] after each block of ten seconds, so that a caller can show
 * progress or stop; returns the scores. Reads every voice once, and once more those into which
 * another voice leaks. Holds ten seconds of samples and a few values per 40 ms.
 */
export function* scoreVoicesInSteps(
  voices: readonly VoiceSamples[],
): Generator<number, SpeakingScore[], void> {
  const frames = Math.max(0, ...voices.map((voice) => countFrames(voice)));
  const noLeaks = voices.map((): readonly CoherentLeak[] => []);
  let levels = yield* measureLevels(voices, frames, noLeaks, null, 0);
  const leaks = findLeaks(voices, levels);
  if (leaks.some((list) => list.length > 0)) {
    levels = yield* measureLevels(voices, frames, leaks, levels.levelsDb, 0.5);
  }
  return voices.map((_, i) => decideSpeaking(scoreOne(levels, i)));
}

/** `scoreVoicesInSteps` in one go. */
export function scoreVoices(voices: readonly VoiceSamples[]): SpeakingScore[] {
  const steps = scoreVoicesInSteps(voices);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

function countFrames(voice: VoiceSamples): number {
  return Math.ceil(voice.sampleCount / SAMPLES_PER_SCORE);
}

function* measureLevels(
  voices: readonly VoiceSamples[],
  frames: number,
  leaks: readonly (readonly CoherentLeak[])[],
  known: readonly Float32Array[] | null,
  progressFrom: number,
): Generator<number, Levels, void> {
  const levelsDb = voices.map((_, i) =>
    known !== null && leaks[i].length === 0 ? known[i] : new Float32Array(frames).fill(SILENCE_DB),
  );
  for (const [i, voice] of voices.entries()) {
    if (known !== null && leaks[i].length === 0) continue;
    const raw = levelsDb[i];
    const meter = new EnergyMeter();
    const voiceFrames = countFrames(voice);
    for (let first = 0; first < voiceFrames; first += BLOCK_FRAMES) {
      const start = first * SAMPLES_PER_SCORE;
      const count = Math.min(BLOCK_FRAMES * SAMPLES_PER_SCORE, voice.sampleCount - start);
      meter.measure(readWithoutLeaks(voices, i, leaks[i], start, count), raw, first);
      yield progressFrom + ((i + first / voiceFrames) / voices.length) * 0.5;
    }
    levelsDb[i] = smoothLevels(raw);
  }
  const statistics = voices.map((voice, i) =>
    measureVoiceLevel(levelsDb[i].subarray(0, countFrames(voice))),
  );
  const bleed = voices.map((_, into) =>
    voices.map((__, source) =>
      source === into
        ? null
        : measureLevelBleed(levelsDb[into], levelsDb[source], statistics[source]),
    ),
  );
  return { levelsDb, statistics, bleed };
}

function findLeaks(voices: readonly VoiceSamples[], levels: Levels): CoherentLeak[][] {
  return voices.map((into, i) =>
    voices.flatMap((source, j) => {
      const leakDb = levels.bleed[i][j]?.leakDb ?? null;
      if (leakDb === null || leakDb < AUDIBLE_LEAK_DB) return [];
      const leak = findCoherentLeak(into, source, j, dominatedFrames(levels, i, j));
      return leak === null ? [] : [leak];
    }),
  );
}

/** Frames in which `source` speaks at least 10 dB over `into` (spec analysis 2.4). */
function dominatedFrames(levels: Levels, into: number, source: number): number[] {
  const frames: number[] = [];
  const sourceDb = levels.levelsDb[source];
  for (let frame = 0; frame < sourceDb.length; frame++) {
    const isSpeech = sourceDb[frame] > levels.statistics[source].thresholdDb;
    if (isSpeech && sourceDb[frame] - levels.levelsDb[into][frame] > 10) frames.push(frame);
  }
  return frames;
}

function scoreOne(levels: Levels, index: number): Float32Array {
  const own = levels.levelsDb[index];
  const { thresholdDb } = levels.statistics[index];
  return own.map((levelDb, frame) => {
    let excessDb = levelDb - thresholdDb;
    for (const [source, bleed] of levels.bleed[index].entries()) {
      if (bleed === null) continue;
      const dominanceDb = levelDb - levels.levelsDb[source][frame] + bleed.marginDb;
      excessDb = Math.min(excessDb, dominanceDb);
    }
    return Math.tanh(excessDb / SCORE_SCALE_DB);
  });
}
