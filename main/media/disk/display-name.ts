// File names in sentences: control characters would break the line they stand in.
import { basename } from 'node:path';

const LONGEST = 80;

/** The file's name in quotes, on one line, shortened in the middle when it is very long. */
export function displayName(path: string): string {
  const visible = [...basename(path).replaceAll(/\p{Cc}/gu, '\u{fffd}')];
  const half = (LONGEST - 1) / 2;
  const short =
    visible.length <= LONGEST
      ? visible
      : [...visible.slice(0, Math.ceil(half)), '…', ...visible.slice(-Math.floor(half))];
  return `"${short.join('')}"`;
}
