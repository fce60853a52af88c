// Log-mel frames of speech: 16 kHz mono in, 20 coarse bands at 100 Hz out.
// The training code (training/viseme/log_mel.py) computes the same numbers.

import { createPowerSpectrum } from './fft.ts';
import { createMelFilters } from './mel-filters.ts';

/** Hz. */
export const SPEECH_SAMPLE_RATE = 16_000;
/** Samples from one frame to the next: 100 frames a second. */
export const FRAME_HOP = 160;
/** Samples of one analysis window, 25 ms; frame k is centred on sample 160 k. */
export const FRAME_WINDOW = 400;
/** Bands of a frame: means of four neighbouring mel bands. */
export const SPEECH_BANDS = 20;
/** Level of digital silence. */
export const SILENCE_DBFS = -100;

const FFT_SIZE = 512;
const MEL_BANDS = 80;
const MERGED_BANDS = MEL_BANDS / SPEECH_BANDS;
const POWER_FLOOR = 1e-10;

/** Samples `start` to `start + count` of a voice at 16 kHz, mono, -1..1. */
export type ReadSamples = (start: number, count: number) => Float32Array;

/** Frames of a voice of `sampleCount` samples. */
export function frameCountOf(sampleCount: number): number {
  return Math.floor(sampleCount / FRAME_HOP) + 1;
}

export interface FrameAnalyzer {
  /**
   * One frame. `samples` holds its window from `start`, FRAME_WINDOW long; natural-log mel energies
   * go to `bands` // [20]. Returns the level of the window in dBFS, SILENCE_DBFS or more.
   */
  analyze(samples: Float32Array, start: number, bands: Float64Array): number;
}

export function createFrameAnalyzer(): FrameAnalyzer {
  const spectrum = createPowerSpectrum(FFT_SIZE);
  const filters = createMelFilters({
    sampleRate: SPEECH_SAMPLE_RATE,
    fftSize: FFT_SIZE,
    bands: MEL_BANDS,
    lowestHz: 60,
    highestHz: 7600,
  });
  const hann = Float64Array.from(
    { length: FRAME_WINDOW },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / FRAME_WINDOW),
  );
  const windowed = new Float64Array(FFT_SIZE);
  const power = new Float64Array(FFT_SIZE / 2 + 1);
  return {
    analyze(samples, start, bands) {
      let energy = 0;
      for (let i = 0; i < FRAME_WINDOW; i++) {
        const sample = samples[start + i];
        energy += sample * sample;
        windowed[i] = sample * hann[i];
      }
      spectrum.compute(windowed, power);
      bands.fill(0);
      for (let band = 0; band < MEL_BANDS; band++) {
        const { firstBin, weights } = filters[band];
        let sum = 0;
        for (let i = 0; i < weights.length; i++) sum += weights[i] * power[firstBin + i];
        bands[Math.floor(band / MERGED_BANDS)] +=
          Math.log(Math.max(sum, POWER_FLOOR)) / MERGED_BANDS;
      }
      return 10 * Math.log10(Math.max(energy / FRAME_WINDOW, POWER_FLOOR));
    },
  };
}
