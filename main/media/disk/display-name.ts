// File names in sentences: control characters would break the line they stand in.
import { basename } from 'node:path';

const LONGEST = 80;
const KEPT_EACH_SIDE = 39;

/** The file's name in quotes, on one line, shortened in the middle when it is very long. */
export function displayName(path: string): string {
  const visible = basename(path).replaceAll(/\p{Cc}/gu, '\u{fffd}');
  const letters = [...new Intl.Segmenter().segment(visible)].map(({ segment }) => segment);
  if (letters.length <= LONGEST) return `"${visible}"`;
  const kept = [...letters.slice(0, KEPT_EACH_SIDE), '…', ...letters.slice(-KEPT_EACH_SIDE)];
  return `"${kept.join('')}"`;
}
