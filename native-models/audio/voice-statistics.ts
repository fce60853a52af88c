// What a voice sounds like over its whole length, gathered in one pass with flat memory.

import {
  createFrameAnalyzer,
  FRAME_HOP,
  FRAME_WINDOW,
  SILENCE_DBFS,
  SPEECH_BANDS,
} from './log-mel.ts';

/** Plain data: may be stored and sent to another process. */
export interface VoiceStatistics {
  /** Samples at 16 kHz. */
  readonly sampleCount: number;
  /** Mean log-mel of the frames that are speech: the voice's own spectrum. // [20] */
  readonly reference: readonly number[];
  /** Mean power of the speech frames in dBFS; SILENCE_DBFS for a silent voice. */
  readonly speechLevelDb: number;
}

export interface VoiceStatisticsAccumulator {
  /** The next samples, 16 kHz mono, in any portions. */
  add(samples: Float32Array): void;
  /** Statistics of everything added. Nothing may be added afterwards. */
  finish(): VoiceStatistics;
}

// Gating in the manner of EBU R128: what lies far below the voice's own level is not speech.
const ABSOLUTE_GATE_DB = -70;
const RELATIVE_GATE_DB = -20;
const GATE_ROUNDS = 3;
const LEVEL_STEP_DB = 0.25;
const LEVEL_BINS = 512;
const PORTION = 4096;
/** Log-mel of a full-scale tone. Relative to it, whatever lies under the absolute gate is silence. */
const LOUDEST_LOG_MEL = Math.log((FRAME_WINDOW / 4) ** 2);

/** Same samples, same statistics, however they are cut into portions. */
export function createVoiceStatistics(): VoiceStatisticsAccumulator {
  const histogram = createLevelHistogram();
  const analyzer = createFrameAnalyzer();
  const bands = new Float64Array(SPEECH_BANDS);
  // Frame 0 is centred on sample 0: half of its window lies before the voice.
  const window = new Float32Array(FRAME_WINDOW + PORTION);
  let filled = FRAME_WINDOW / 2;
  let sampleCount = 0;

  const analyzeFullWindows = (): void => {
    let start = 0;
    for (; start + FRAME_WINDOW <= filled; start += FRAME_HOP) {
      histogram.add(analyzer.analyze(window, start, bands), bands);
    }
    window.copyWithin(0, start, filled);
    filled -= start;
  };
  const append = (samples: Float32Array): void => {
    for (let taken = 0; taken < samples.length;) {
      const portion = samples.subarray(taken, taken + window.length - filled);
      window.set(portion, filled);
      filled += portion.length;
      taken += portion.length;
      analyzeFullWindows();
    }
  };
  return {
    add(samples) {
      sampleCount += samples.length;
      append(samples);
    },
    finish() {
      // The last frame is centred on or before the last sample; the rest of its window is silence.
      append(new Float32Array(FRAME_WINDOW / 2));
      return { sampleCount, ...histogram.summarize() };
    },
  };
}

interface LevelHistogram {
  add(levelDb: number, bands: Float64Array): void;
  summarize(): Pick<VoiceStatistics, 'reference' | 'speechLevelDb'>;
}

/** Counts, powers and band sums by level, so that the gate can be placed after the last sample. */
function createLevelHistogram(): LevelHistogram {
  const counts = new Float64Array(LEVEL_BINS);
  const powers = new Float64Array(LEVEL_BINS);
  const bandSums = new Float64Array(LEVEL_BINS * SPEECH_BANDS);

  const firstBinAt = (gateDb: number): number => Math.ceil((gateDb - SILENCE_DBFS) / LEVEL_STEP_DB);
  const sumFrom = (values: Float64Array, first: number): number =>
    values.subarray(first).reduce((sum, value) => sum + value, 0);
  const meanLevelFrom = (first: number): number =>
    10 * Math.log10(sumFrom(powers, first) / sumFrom(counts, first));
  const placeGate = (): number => {
    let gateDb = ABSOLUTE_GATE_DB;
    for (let round = 0; round < GATE_ROUNDS; round++) {
      const first = firstBinAt(gateDb);
      if (sumFrom(counts, first) === 0) break;
      gateDb = Math.max(ABSOLUTE_GATE_DB, meanLevelFrom(first) + RELATIVE_GATE_DB);
    }
    return firstBinAt(gateDb);
  };

  return {
    add(levelDb, bands) {
      const bin = Math.min(LEVEL_BINS - 1, Math.floor((levelDb - SILENCE_DBFS) / LEVEL_STEP_DB));
      counts[bin]++;
      powers[bin] += 10 ** (levelDb / 10);
      for (let band = 0; band < SPEECH_BANDS; band++)
        bandSums[bin * SPEECH_BANDS + band] += bands[band];
    },
    summarize() {
      const first = placeGate();
      const count = sumFrom(counts, first);
      if (count === 0) {
        const reference = new Array<number>(SPEECH_BANDS).fill(LOUDEST_LOG_MEL);
        return { reference, speechLevelDb: SILENCE_DBFS };
      }
      const reference = new Array<number>(SPEECH_BANDS).fill(0);
      for (let bin = first; bin < LEVEL_BINS; bin++) {
        for (let band = 0; band < SPEECH_BANDS; band++)
          reference[band] += bandSums[bin * SPEECH_BANDS + band];
      }
      return {
        reference: reference.map((sum) => sum / count),
        speechLevelDb: meanLevelFrom(first),
      };
    },
  };
}
