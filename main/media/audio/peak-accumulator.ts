// Runs of samples, or of finer peaks, become one peak each.
import { BYTES_PER_PEAK } from './peak-format.ts';

/** Collects parts into peaks of `partsPerPeak` and hands out their bytes in order. */
export class PeakAccumulator {
  private readonly partsPerPeak: number;
  private parts = 0;
  private min = Infinity;
  private max = -Infinity;
  private squares = 0;
  private weight = 0;
  private out: number[] = [];

  constructor(partsPerPeak: number) {
    this.partsPerPeak = partsPerPeak;
  }

  /** @param weight source samples behind the part; `min`, `max`, `rms` in -1..1 */
  add(min: number, max: number, rms: number, weight: number): void {
    if (min < this.min) this.min = min;
    if (max > this.max) this.max = max;
    this.squares += rms * rms * weight;
    this.weight += weight;
    this.parts++;
    if (this.parts === this.partsPerPeak) this.closePeak();
  }

  /** The finished peaks so far; with `isEnd` the started one too. */
  take(isEnd: boolean): Buffer {
    if (isEnd && this.parts > 0) this.closePeak();
    const bytes = Buffer.from(Int16Array.from(this.out).buffer);
    this.out = [];
    return bytes;
  }

  private closePeak(): void {
    this.out.push(
      toInt16(this.min),
      toInt16(this.max),
      toInt16(Math.sqrt(this.squares / this.weight)),
    );
    this.parts = 0;
    this.min = Infinity;
    this.max = -Infinity;
    this.squares = 0;
    this.weight = 0;
  }
}

/** Adds every peak of `bytes`; the last of all stands for `lastWeight` samples, the others for `weight`. */
export function addPeaks(
  into: PeakAccumulator,
  bytes: Buffer,
  weight: number,
  lastWeight: number,
): void {
  for (let at = 0; at < bytes.length; at += BYTES_PER_PEAK) {
    const isLast = at + BYTES_PER_PEAK === bytes.length;
    const value = (offset: number): number => bytes.readInt16LE(at + offset) / 32767;
    into.add(value(0), value(2), value(4), isLast ? lastWeight : weight);
  }
}

function toInt16(value: number): number {
  return Math.round(Math.min(1, Math.max(-1, value)) * 32767);
}
