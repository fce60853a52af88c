// SQLite does not check its pages; rows that matter carry their own sum.
import { crc32 } from 'node:zlib';

/** CRC-32 over the parts, each closed by a NUL so that text cannot move from one to the next. */
export function checksum(...parts: readonly (string | number | Uint8Array)[]): number {
  let sum = 0;
  for (const part of parts) {
    sum = crc32(typeof part === 'number' ? String(part) : part, sum);
    sum = crc32('\0', sum);
  }
  return sum;
}
