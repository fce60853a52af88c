// Time left from work done: a rate over the last seconds, so that reused chunks do not flatter it.

export interface ProgressReport {
  readonly done: number;
  readonly total: number;
  /** Work units a second over the window; null until it is known. */
  readonly rate: number | null;
  /** Seconds left; null until the rate is known. */
  readonly secondsLeft: number | null;
}

interface Sample {
  readonly second: number;
  readonly worked: number;
}

const WINDOW_SECONDS = 20;
const FIRST_ESTIMATE_SECONDS = 0.5;

/** Estimates time left. The caller supplies the clock in seconds. */
export class ProgressEstimate {
  private readonly total: number;
  private samples: Sample[] = [];
  private done = 0;
  private worked = 0;

  /** @param total work units, e.g. frames; @param second now */
  constructor(total: number, second: number) {
    this.total = total;
    this.samples.push({ second, worked: 0 });
  }

  /** Units that cost nothing, such as frames of a chunk that is reused. */
  skip(units: number): void {
    this.done += units;
  }

  /** Units that were worked for. */
  advance(units: number, second: number): void {
    this.done += units;
    this.worked += units;
    this.samples.push({ second, worked: this.worked });
    while (this.samples.length > 2 && second - this.samples[1].second > WINDOW_SECONDS) {
      this.samples.shift();
    }
  }

  report(second: number): ProgressReport {
    const oldest = this.samples[0];
    const elapsed = second - oldest.second;
    const worked = this.worked - oldest.worked;
    const rate = elapsed >= FIRST_ESTIMATE_SECONDS && worked > 0 ? worked / elapsed : null;
    // Work that had to be done twice, after a crash, must not count beyond the whole.
    const done = Math.min(this.done, this.total);
    const secondsLeft = rate === null ? null : (this.total - done) / rate;
    return { done, total: this.total, rate, secondsLeft };
  }
}
