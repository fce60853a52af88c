// How a path is handed to ffmpeg so that no character in it means anything.
import { resolve } from 'node:path';

/**
 * `file:` and an absolute path: a leading dash is no option, a colon no protocol. ffmpeg takes what
 * follows `file:` literally. (`%d` is expanded by the image2 format alone, which we never allow.)
 */
export function fileAddress(path: string): string {
  return `file:${resolve(path)}`;
}
