// Peaks for drawing. What cannot be read is an error: a waveform is never invented.
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '#core/errors/app-error.ts';
import { displayName } from '../disk/display-name.ts';
import { BYTES_PER_PEAK, decodeHeader, HEADER_BYTES, levelOffset } from './peak-format.ts';
import type { PeakHeader } from './peak-format.ts';

export interface Peaks {
  /** Hz, of the source. */
  readonly sampleRate: number;
  /** Length of the source. */
  readonly samples: number;
  readonly samplesPerPeak: number;
  /** First peak given; `from` cut to what exists. */
  readonly first: number;
  /** min, max, rms per peak; 32767 is full scale. // [N, 3] */
  readonly values: Int16Array;
}

function unreadable(path: string, cause: unknown): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'waveform-unreadable',
    message: `The waveform file ${displayName(path)} is missing or damaged.`,
    hint: 'It is computed again from the recording.',
    cause,
  });
}

/** @throws AppError `waveform-unreadable` */
export async function readPeakHeader(path: string): Promise<PeakHeader> {
  return (await readLevel(path, null)).header;
}

/**
 * Peaks [from, to) of `level` (an index into `PEAK_LEVELS`), cut to those that exist.
 * @throws AppError `waveform-unreadable` when the file is missing, cut off or fails its checksum
 * @throws RangeError for a level that does not exist
 */
export async function readPeaks(
  path: string,
  level: number,
  from: number,
  to: number,
): Promise<Peaks> {
  const { header, bytes } = await readLevel(path, level);
  const { samplesPerPeak, peaks } = header.levels[level];
  const first = Math.min(Math.max(0, from), peaks);
  const end = Math.min(Math.max(first, to), peaks);
  const values = Int16Array.from({ length: (end - first) * 3 }, (_, i) =>
    bytes.readInt16LE(first * BYTES_PER_PEAK + i * 2),
  );
  return {
    sampleRate: header.sampleRate,
    samples: header.samples,
    samplesPerPeak,
    first,
    values,
  };
}

async function readLevel(
  path: string,
  level: number | null,
): Promise<{ header: PeakHeader; bytes: Buffer }> {
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    const head = Buffer.alloc(HEADER_BYTES);
    const { bytesRead } = await file.read(head, 0, HEADER_BYTES, 0);
    const header = decodeHeader(head.subarray(0, bytesRead));
    if (header === null) throw unreadable(path, 'header');
    if (level === null) return { header, bytes: Buffer.alloc(0) };
    if (!(level in header.levels)) throw new RangeError(`There is no peak level ${level}.`);
    const { peaks, checksum } = header.levels[level];
    const bytes = Buffer.alloc(peaks * BYTES_PER_PEAK);
    const read = await file.read(bytes, 0, bytes.length, levelOffset(header, level));
    if (read.bytesRead !== bytes.length || crc32(bytes) !== checksum) {
      throw unreadable(path, `level ${level}`);
    }
    return { header, bytes };
  } finally {
    await file.close();
  }
}
