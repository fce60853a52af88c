// How analysis reads a voice: by blocks, so that an hour costs no more memory than a minute.

/** Samples per second of every voice handed to analysis. */
export const VOICE_SAMPLE_RATE = 16_000;

/** Samples under one value of the speaking score: 40 ms. */
export const SAMPLES_PER_SCORE = VOICE_SAMPLE_RATE / 25;

/**
 * Reads `count` mono samples in [-1, 1] at VOICE_SAMPLE_RATE from `startSample` on. It is only
 * asked for samples that exist; the array may be a view that the next call overwrites.
 */
export type SampleReader = (startSample: number, count: number) => Float32Array;

/** One voice: its samples and how many there are. */
export interface VoiceSamples {
  readonly read: SampleReader;
  readonly sampleCount: number;
}

/** Reads a range that may reach beyond both ends of the voice; what is outside is silence. */
export function readPadded(voice: VoiceSamples, startSample: number, count: number): Float32Array {
  const padded = new Float32Array(count);
  const first = Math.max(0, startSample);
  const last = Math.min(voice.sampleCount, startSample + count);
  if (last <= first) return padded;
  const samples = voice.read(first, last - first);
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i];
    padded[first - startSample + i] = Number.isFinite(sample) ? sample : 0;
  }
  return padded;
}
