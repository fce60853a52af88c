// A recording as the window plays it: 48 kHz mono samples on disk, so that any place of it can be had at
// once, whatever the recording's own format.
import { open, stat } from 'node:fs/promises';
import { commitPart, createPart, discardPart } from '../disk/part-file.ts';
import { toWriteError } from '../disk/disk-error.ts';
import { monoFilters } from './decode-mono.ts';
import { decodeRaw } from './decode-raw.ts';
import { probeVoice } from './probe-voice.ts';

/** Hz. */
export const PROXY_RATE = 48_000;
const BYTES_PER_SAMPLE = 2;

/**
 * Samples of the proxy at `outPath` (s16le, mono, no header); it is made when it is not there.
 * @throws AppError those of decoding; `disk-full`, `output-not-writable`, `cancelled`
 */
export async function ensureSoundProxy(
  path: string,
  outPath: string,
  signal: AbortSignal,
): Promise<number> {
  const known = await stat(outPath).catch(() => null);
  const bytes = known?.size ?? (await writeProxy(path, outPath, signal));
  return Math.floor(bytes / BYTES_PER_SAMPLE);
}

async function writeProxy(path: string, outPath: string, signal: AbortSignal): Promise<number> {
  const { channels } = await probeVoice(path, signal);
  const filters = [...(await monoFilters(path, channels, signal)), `aresample=${PROXY_RATE}`];
  const part = await createPart(outPath);
  try {
    const file = await open(part, 'w');
    let bytes = 0;
    try {
      for await (const block of decodeRaw(path, filters, 's16le', 1, signal)) {
        await file.write(block).catch((error: unknown) => {
          throw toWriteError(error, outPath);
        });
        bytes += block.length;
      }
    } finally {
      await file.close();
    }
    await commitPart(part, outPath);
    return bytes;
  } catch (error) {
    await discardPart(part);
    throw error;
  }
}
