// Takes a leak that is a delayed, quieter copy of another voice out of a track.
import { SAMPLES_PER_SCORE, type VoiceSamples, readPadded } from './voice-samples.ts';

/** The leak in the waveform: `gain` times the source `lagSamples` earlier. */
export interface CoherentLeak {
  readonly sourceIndex: number;
  readonly lagSamples: number;
  readonly gain: number;
}

/** Leaks arrive within 20 ms: 7 m of air (spec analysis 2.4). */
const LARGEST_LAG = 320;
/** Below this the leak is no copy (room sound, separation residue) and levels must do. */
const LEAST_CORRELATION = 0.9;
/** Frames looked at; more do not change the estimate. */
const PROBE_FRAMES = 24;

/**
 * Finds lag and gain of `source` inside `into` on some of `candidateFrames`, the frames where the
 * source dominates: the median lag of the best correlations, then one regression gain at that
 * lag. Null when the correlation at that lag does not exceed 0.9.
 */
export function findCoherentLeak(
  into: VoiceSamples,
  source: VoiceSamples,
  sourceIndex: number,
  candidateFrames: readonly number[],
): CoherentLeak | null {
  const step = Math.max(1, Math.floor(candidateFrames.length / PROBE_FRAMES));
  const probes = candidateFrames.filter((_, i) => i % step === 0).slice(0, PROBE_FRAMES);
  if (probes.length === 0) return null;
  const blocks = probes.map((frame) => ({
    into: readPadded(into, frame * SAMPLES_PER_SCORE, SAMPLES_PER_SCORE),
    source: readPadded(
      source,
      frame * SAMPLES_PER_SCORE - LARGEST_LAG,
      SAMPLES_PER_SCORE + 2 * LARGEST_LAG,
    ),
  }));
  const lags = Int32Array.from(blocks, (block) => bestLag(block.into, block.source)).sort();
  const lagSamples = lags[lags.length >> 1];
  let cross = 0;
  let intoPower = 0;
  let sourcePower = 0;
  for (const block of blocks) {
    for (let i = 0; i < SAMPLES_PER_SCORE; i++) {
      const a = block.into[i];
      const b = block.source[i + LARGEST_LAG - lagSamples];
      cross += a * b;
      intoPower += a * a;
      sourcePower += b * b;
    }
  }
  if (intoPower === 0 || sourcePower === 0) return null;
  const correlation = Math.abs(cross) / Math.sqrt(intoPower * sourcePower);
  if (correlation <= LEAST_CORRELATION) return null;
  return { sourceIndex, lagSamples, gain: cross / sourcePower };
}

function bestLag(into: Float32Array, source: Float32Array): number {
  let best = 0;
  let bestCross = -1;
  for (let lag = -LARGEST_LAG; lag <= LARGEST_LAG; lag++) {
    let cross = 0;
    for (let i = 0; i < into.length; i++) cross += into[i] * source[i + LARGEST_LAG - lag];
    if (Math.abs(cross) > bestCross) {
      bestCross = Math.abs(cross);
      best = lag;
    }
  }
  return best;
}

/** Reads a block of a track with its leaks subtracted. */
export function readWithoutLeaks(
  voices: readonly VoiceSamples[],
  index: number,
  leaks: readonly CoherentLeak[],
  startSample: number,
  count: number,
): Float32Array {
  const samples = readPadded(voices[index], startSample, count);
  for (const leak of leaks) {
    const source = readPadded(voices[leak.sourceIndex], startSample - leak.lagSamples, count);
    for (let i = 0; i < count; i++) samples[i] -= leak.gain * source[i];
  }
  return samples;
}
