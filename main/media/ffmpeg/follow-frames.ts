// Reads what ffmpeg says under `-progress pipe:1`.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Calls back with the number of frames written so far; resolves when ffmpeg says no more. */
export async function followFrames(
  output: Readable,
  onFrames: (frames: number) => void,
): Promise<void> {
  for await (const line of createInterface({ input: output })) {
    const done = /^frame=\s*(\d+)/.exec(line)?.[1];
    if (done !== undefined) onFrames(Number(done));
  }
}
