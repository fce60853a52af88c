// Sound as a stream of whole samples: the one decoder behind voices, waveforms and channel levels.
import { displayName } from '../disk/display-name.ts';
import { fileAddress } from '../ffmpeg/file-address.ts';
import { GUARDED_INPUT } from '../ffmpeg/formats.ts';
import { readBlocks } from '../ffmpeg/read-blocks.ts';
import { startTool } from '../ffmpeg/run.ts';
import type { ToolFailure } from '../ffmpeg/run.ts';

export type RawFormat = 's16le' | 'f32le';

const SAMPLE_BYTES: Readonly<Record<RawFormat, number>> = { s16le: 2, f32le: 4 };

/** What it means when ffmpeg cannot decode a recording that it could probe. */
export function damagedVoice(path: string): ToolFailure {
  return {
    code: 'voice-damaged',
    message: `The recording ${displayName(path)} is damaged, so its sound cannot be decoded.`,
    hint: 'Play it in another program to check it, or export it again as WAV.',
  };
}

/**
 * The first sound stream, filtered; channels interleaved, in blocks of whole sample frames.
 * @throws AppError `voice-damaged`, `media-timeout`, `cancelled`
 */
export async function* decodeRaw(
  path: string,
  filters: readonly string[],
  format: RawFormat,
  channels: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const input = [...GUARDED_INPUT, '-i', fileAddress(path)];
  const chain = filters.length === 0 ? [] : ['-af', filters.join(',')];
  const running = await startTool({
    tool: 'ffmpeg',
    args: ['-v', 'error', ...input, '-map', '0:a:0', ...chain, '-f', format, 'pipe:1'],
    failure: damagedVoice(path),
    signal,
  });
  running.stdin.end();
  yield* readBlocks(running, SAMPLE_BYTES[format] * channels);
}
