// Log-mel frames relative to the voice's own spectrum: what the viseme encoder hears.

import {
  createFrameAnalyzer,
  FRAME_HOP,
  FRAME_WINDOW,
  frameCountOf,
  SILENCE_DBFS,
  SPEECH_BANDS,
} from './log-mel.ts';
import type { ReadSamples } from './log-mel.ts';
import type { VoiceStatistics } from './voice-statistics.ts';

/** Value of a feature in silence, and the least one. */
export const FEATURE_MIN = -4;
const FEATURE_MAX = 3;
/** Nats per unit. */
const FEATURE_SCALE = 2.5;

export interface SpeechFeatures {
  /** In [-4, 3]. // [count, 20] */
  readonly bands: Float32Array;
  /** Level of each frame, dBFS. // [count] */
  readonly levelsDb: Float32Array;
}

/**
 * Frames `firstFrame` to `firstFrame + count` at 100 Hz; silence before and after the voice.
 * A frame is the same whatever the range it is asked in. `readSamples` is only asked for samples
 * that exist, in one call.
 */
export function extractSpeechFeatures(
  readSamples: ReadSamples,
  statistics: VoiceStatistics,
  firstFrame: number,
  count: number,
): SpeechFeatures {
  const bands = new Float32Array(count * SPEECH_BANDS).fill(FEATURE_MIN);
  const levelsDb = new Float32Array(count).fill(SILENCE_DBFS);
  const first = Math.max(firstFrame, 0);
  const end = Math.min(firstFrame + count, frameCountOf(statistics.sampleCount));
  if (first >= end || statistics.sampleCount === 0) return { bands, levelsDb };

  const samples = readWindows(readSamples, statistics.sampleCount, first, end);
  const analyzer = createFrameAnalyzer();
  const mel = new Float64Array(SPEECH_BANDS);
  for (let frame = first; frame < end; frame++) {
    const row = frame - firstFrame;
    levelsDb[row] = analyzer.analyze(samples, (frame - first) * FRAME_HOP, mel);
    for (let band = 0; band < SPEECH_BANDS; band++) {
      const relative = (mel[band] - statistics.reference[band]) / FEATURE_SCALE;
      bands[row * SPEECH_BANDS + band] = Math.min(FEATURE_MAX, Math.max(FEATURE_MIN, relative));
    }
  }
  return { bands, levelsDb };
}

/** The windows of frames `first` to `end`, overlapping, with zeros beyond the voice. */
function readWindows(
  readSamples: ReadSamples,
  sampleCount: number,
  first: number,
  end: number,
): Float32Array {
  const start = first * FRAME_HOP - FRAME_WINDOW / 2;
  const samples = new Float32Array((end - 1 - first) * FRAME_HOP + FRAME_WINDOW);
  const from = Math.max(start, 0);
  const to = Math.min(start + samples.length, sampleCount);
  if (to > from) samples.set(readSamples(from, to - from).subarray(0, to - from), from - start);
  return samples;
}
