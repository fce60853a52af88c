// How well sound and picture keep together, measured while the film plays. For tests and the bench.
import { ticksToSeconds } from '#core/time/ticks.ts';

export interface DrawRecord {
  readonly frame: number;
  /** What was heard when the frame was drawn. */
  readonly audibleTick: number;
  /** Of performance.now(). */
  readonly atMs: number;
}

export interface PresentedPicture {
  readonly frame: number;
  /** // [P, 24] */
  readonly motion: Float32Array;
  /** Of performance.now(). */
  readonly atMs: number;
}

export interface OffsetFigures {
  /** Looks at the clock, one per animation frame. */
  readonly samples: number;
  /** How far the sound was outside the time of the frame on screen, just before drawing. */
  readonly meanMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

const KEPT_DRAWS = 4096;
/** Histogram of offsets in steps of 1 ms; the last bin holds all above. */
const BINS = 512;

export class PlaybackDiagnostics {
  private readonly bins = new Uint32Array(BINS);
  private samples = 0;
  private sumMs = 0;
  private maxMs = 0;
  private draws: DrawRecord[] = [];
  /** What the draft shows. */
  latest: PresentedPicture | null = null;
  underruns = 0;
  failures = 0;
  context: AudioContext | null = null;
  /** All voices mixed, before the volume. */
  mix: AudioNode | null = null;
  /** What was heard, or will be, at a time of performance.now(). */
  audibleTick: (nowMs: number) => number = () => 0;

  reset(): void {
    this.bins.fill(0);
    [this.samples, this.sumMs, this.maxMs] = [0, 0, 0];
    this.draws = [];
    this.underruns = 0;
  }

  /** Notes what was on screen, frame [firstTick, endTick), while `audibleTick` was heard. */
  look(audibleTick: number, firstTick: number, endTick: number): void {
    const outside = Math.max(0, firstTick - audibleTick, audibleTick - endTick);
    const offsetMs = 1000 * ticksToSeconds(outside);
    this.bins[Math.min(BINS - 1, Math.floor(offsetMs))]++;
    this.samples++;
    this.sumMs += offsetMs;
    this.maxMs = Math.max(this.maxMs, offsetMs);
  }

  drawn(record: DrawRecord): void {
    if (this.draws.length >= KEPT_DRAWS) this.draws.splice(0, KEPT_DRAWS / 2);
    this.draws.push(record);
  }

  /** A picture of the draft has been handed to the compositor. */
  presented(picture: PresentedPicture): void {
    this.latest = picture;
  }

  get drawLog(): readonly DrawRecord[] {
    return this.draws;
  }

  get offset(): OffsetFigures {
    let left = Math.ceil(this.samples * 0.95);
    let bin = 0;
    while (bin < BINS - 1 && (left -= this.bins[bin]) > 0) bin++;
    return {
      samples: this.samples,
      meanMs: this.samples > 0 ? this.sumMs / this.samples : 0,
      p95Ms: this.samples > 0 ? Math.min(bin + 1, this.maxMs) : 0,
      maxMs: this.maxMs,
    };
  }
}

export const playbackDiagnostics = new PlaybackDiagnostics();
