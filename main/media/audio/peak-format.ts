// The peak file: header, then one block of Int16 triples (min, max, rms) per level, little-endian.
import { crc32 } from 'node:zlib';

/** Source samples per peak of each level. */
export const PEAK_LEVELS: readonly number[] = [256, 1024, 4096, 16_384, 65_536];
/** Peaks of one level that make one of the next. */
export const LEVEL_STEP = 4;
export const BYTES_PER_PEAK = 6;

export interface PeakLevel {
  readonly samplesPerPeak: number;
  readonly peaks: number;
  /** CRC-32 of the level's bytes. */
  readonly checksum: number;
}

export interface PeakHeader {
  /** Hz, of the source. */
  readonly sampleRate: number;
  /** Length of the source. */
  readonly samples: number;
  readonly levels: readonly PeakLevel[];
}

const MAGIC = 'PARLEYPK';
const VERSION = 1;
const LEVEL_AT = 32;
const LEVEL_BYTES = 12;
/** magic 8, version 4, rate 4, samples 8, levels 4, reserved 4; 12 per level; CRC-32 of all before. */
export const HEADER_BYTES = LEVEL_AT + LEVEL_BYTES * PEAK_LEVELS.length + 4;

export function encodeHeader(header: PeakHeader): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeUInt32LE(VERSION, 8);
  bytes.writeUInt32LE(header.sampleRate, 12);
  bytes.writeBigUInt64LE(BigInt(header.samples), 16);
  bytes.writeUInt32LE(header.levels.length, 24);
  header.levels.forEach((level, i) => {
    const at = LEVEL_AT + i * LEVEL_BYTES;
    bytes.writeUInt32LE(level.samplesPerPeak, at);
    bytes.writeUInt32LE(level.peaks, at + 4);
    bytes.writeUInt32LE(level.checksum, at + 8);
  });
  bytes.writeUInt32LE(crc32(bytes.subarray(0, HEADER_BYTES - 4)), HEADER_BYTES - 4);
  return bytes;
}

/** Null when `bytes` are no whole header of this version. */
export function decodeHeader(bytes: Buffer): PeakHeader | null {
  if (bytes.length !== HEADER_BYTES || bytes.toString('latin1', 0, 8) !== MAGIC) return null;
  if (bytes.readUInt32LE(8) !== VERSION) return null;
  const checksum = crc32(bytes.subarray(0, HEADER_BYTES - 4));
  if (bytes.readUInt32LE(HEADER_BYTES - 4) !== checksum) return null;
  return {
    sampleRate: bytes.readUInt32LE(12),
    samples: Number(bytes.readBigUInt64LE(16)),
    levels: PEAK_LEVELS.map((_, i) => {
      const at = LEVEL_AT + i * LEVEL_BYTES;
      return {
        samplesPerPeak: bytes.readUInt32LE(at),
        peaks: bytes.readUInt32LE(at + 4),
        checksum: bytes.readUInt32LE(at + 8),
      };
    }),
  };
}

/** Byte offset of a level in the file. */
export function levelOffset(header: PeakHeader, level: number): number {
  return header.levels
    .slice(0, level)
    .reduce((offset, { peaks }) => offset + peaks * BYTES_PER_PEAK, HEADER_BYTES);
}
