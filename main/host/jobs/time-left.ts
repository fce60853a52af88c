// How long a render still takes, as a range: from how evenly its frames have come so far.

/** Frames of one sample: short enough for an early answer, long enough to even out threads. */
const SAMPLE_FRAMES = 20;
const FEWEST_SAMPLES = 3;
/** Two samples on either side of four hundred lie outside. */
const SPREAD = 1.96;

export interface SecondsRange {
  readonly low: number;
  readonly high: number;
}

export class TimeLeft {
  private startFrames = 0;
  private startSecond: number | null = null;
  private frames = 0;
  /** Seconds per frame of each sample. */
  private readonly samples: number[] = [];

  /** Frames were drawn. @param second now, by any clock that only goes forward */
  advance(frames: number, second: number): void {
    this.startSecond ??= second;
    this.frames += frames;
    const since = this.frames - this.startFrames;
    if (since < SAMPLE_FRAMES) return;
    this.samples.push((second - this.startSecond) / since);
    this.startFrames = this.frames;
    this.startSecond = second;
  }

  /** What comes next begins anew, as after a pause or an engine that had to be restarted. */
  restart(second: number): void {
    this.startFrames = this.frames;
    this.startSecond = second;
  }

  /** Null until three samples were taken. */
  get framesPerSecond(): number | null {
    return this.samples.length < FEWEST_SAMPLES ? null : 1 / meanOf(this.samples);
  }

  /** Null until three samples were taken. */
  rangeFor(frames: number): SecondsRange | null {
    return this.samples.length < FEWEST_SAMPLES ? null : rangeOf(this.samples, frames);
  }
}

/**
 * What `frames` frames take when `samples` are seconds per frame: samples to come differ as those
 * behind do, and the mean of few is not certain.
 */
export function rangeOf(samples: readonly number[], frames: number): SecondsRange {
  const mean = meanOf(samples);
  const variance =
    samples.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, samples.length - 1);
  const ahead = frames / SAMPLE_FRAMES;
  const samplesOff = Math.sqrt(ahead + ahead ** 2 / samples.length);
  const off = SPREAD * Math.sqrt(variance) * SAMPLE_FRAMES * samplesOff;
  return { low: Math.max(0, mean * frames - off), high: mean * frames + off };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
