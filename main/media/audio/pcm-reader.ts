// Slices of an ingested voice: 16 kHz mono s16le without a header.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Samples per second of every ingested voice. */
export const VOICE_RATE = 16_000;
const BYTES_PER_SAMPLE = 2;

/** An open voice file. Reading is synchronous: slices are small and lie in the page cache. */
export class PcmReader {
  /** Samples in the file. */
  readonly samples: number;
  private readonly descriptor: number;

  private constructor(descriptor: number) {
    this.descriptor = descriptor;
    this.samples = Math.floor(fstatSync(descriptor).size / BYTES_PER_SAMPLE);
  }

  static open(path: string): PcmReader {
    return new PcmReader(openSync(path, 'r'));
  }

  /**
   * `count` samples from `startSample` in [-1, 1); zeros before the start and after the end.
   * An arrow function, so that it can be handed on as a plain `(startSample, count) => samples`.
   */
  readonly read = (startSample: number, count: number): Float32Array => {
    const out = new Float32Array(count);
    const first = Math.min(Math.max(startSample, 0), this.samples);
    const end = Math.min(Math.max(startSample + count, first), this.samples);
    const bytes = new Uint8Array((end - first) * BYTES_PER_SAMPLE);
    let filled = 0;
    while (filled < bytes.length) {
      const got = readSync(
        this.descriptor,
        bytes,
        filled,
        bytes.length - filled,
        first * BYTES_PER_SAMPLE + filled,
      );
      if (got === 0) throw new Error('The voice file became shorter while it was read.');
      filled += got;
    }
    const words = new DataView(bytes.buffer);
    for (let i = 0; i < end - first; i++) {
      out[first - startSample + i] = words.getInt16(i * BYTES_PER_SAMPLE, true) / 32768;
    }
    return out;
  };

  close(): void {
    closeSync(this.descriptor);
  }
}

/** One slice of a voice file; see `PcmReader.read`. */
export function readPcm(path: string, startSample: number, count: number): Float32Array {
  const reader = PcmReader.open(path);
  try {
    return reader.read(startSample, count);
  } finally {
    reader.close();
  }
}
