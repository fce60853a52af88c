// The range of one voice, measured once over the whole voice, so that a chunk never depends on
// how much of the film was seen before it.

/** Percentiles over the frames in which the voice speaks. */
export interface VoiceCalibration {
  /** 10th percentile of the `open` viseme, closures at half strength. */
  readonly openLow: number;
  /** 95th percentile of the same. */
  readonly openHigh: number;
  /** 10th and 95th percentile of the energy, in whatever unit the energy has. */
  readonly energyLow: number;
  readonly energyHigh: number;
}

/** For a person without a voice, or a voice without speech. */
export const SILENT_CALIBRATION: VoiceCalibration = {
  openLow: 0.05,
  openHigh: 0.6,
  energyLow: 0,
  energyHigh: 1,
};

/** Fewer speaking frames than this are no statistics: 0.4 s. */
const LEAST_FRAMES = 10;

/** Closures at half strength, as lip motion draws them. */
function openness(open: number, close: number): number {
  return open * (1 - 0.5 * Math.min(1, Math.max(0, close)));
}

/** Streams over a voice of any length in constant memory. */
export class VoiceCalibrator {
  private readonly open = new Histogram(-0.25, 1.75, 0.0025);
  private readonly energy = new Histogram(-150, 50, 0.02);

  /** One frame: the `open` and `close` visemes, the energy, and the voice's speaking score. */
  add(open: number, close: number, energy: number, score: number): void {
    if (score <= 0) return;
    this.open.add(openness(open, close));
    this.energy.add(energy);
  }

  finish(): VoiceCalibration {
    if (this.open.count < LEAST_FRAMES) return SILENT_CALIBRATION;
    return {
      openLow: this.open.percentile(0.1),
      openHigh: this.open.percentile(0.95),
      energyLow: this.energy.percentile(0.1),
      energyHigh: this.energy.percentile(0.95),
    };
  }
}

class Histogram {
  count = 0;
  private readonly bins: Uint32Array;
  private readonly low: number;
  private readonly step: number;

  constructor(low: number, high: number, step: number) {
    this.low = low;
    this.step = step;
    this.bins = new Uint32Array(Math.ceil((high - low) / step));
  }

  add(value: number): void {
    if (!Number.isFinite(value)) return;
    const bin = Math.floor((value - this.low) / this.step);
    this.bins[Math.min(this.bins.length - 1, Math.max(0, bin))] += 1;
    this.count += 1;
  }

  percentile(share: number): number {
    let left = share * this.count;
    for (let bin = 0; bin < this.bins.length; bin++) {
      left -= this.bins[bin];
      if (left < 0) return this.low + (bin + 0.5) * this.step;
    }
    return this.low + (this.bins.length - 0.5) * this.step;
  }
}
