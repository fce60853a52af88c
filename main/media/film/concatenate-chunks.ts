// Chunks become the film: pictures copied as they are, voices mixed, the marking written in.
import { appendFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Marking } from '#core/provenance/marking.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import type { Rational } from '#core/time/ticks.ts';
import { toWriteError } from '../disk/disk-error.ts';
import { displayName } from '../disk/display-name.ts';
import { commitPart, discardPart, createPart, removeStaleParts } from '../disk/part-file.ts';
import { fileAddress } from '../ffmpeg/file-address.ts';
import { followFrames } from '../ffmpeg/follow-frames.ts';
import { startTool } from '../ffmpeg/run.ts';
import { toConcatList } from './concat-list.ts';
import { FILM_AUDIO_RATE } from './mix-filter.ts';
import { mixOfVoices, type FilmVoice } from './mix-of-voices.ts';
import { BIT_EXACT, BT709 } from './video-settings.ts';
import { toXmpBox } from './xmp-box.ts';

export interface FilmChunk {
  readonly path: string;
  readonly frames: number;
}

export interface ConcatenateOptions {
  /** In order; made by `ChunkEncoder` with equal settings. */
  readonly chunks: readonly FilmChunk[];
  readonly voices: readonly FilmVoice[];
  readonly rate: Rational;
  readonly outPath: string;
  readonly marking: Marking;
  readonly signal?: AbortSignal | undefined;
  /** Share done, 0..1. */
  readonly onProgress?: (share: number) => void;
}

const SOUND = ['-c:a', 'aac', '-b:a', '192k', '-ar', String(FILM_AUDIO_RATE), '-ac', '2'];

/**
 * Writes the film as H.264/AAC MP4 with the index in front. Exactly the chunks' frames, frame k at
 * k / rate; the sound is cut or padded to the same length. Appears whole or not at all.
 * @throws AppError those of `probeVoice`; `film-not-written`, `disk-full`, `output-not-writable`,
 * `output-folder-missing`, `cancelled`
 */
export async function concatenateChunks(options: ConcatenateOptions): Promise<void> {
  const { chunks, rate, outPath, signal } = options;
  if (chunks.length === 0) throw new RangeError('A film needs at least one chunk.');
  const frames = chunks.reduce((sum, chunk) => sum + chunk.frames, 0);
  const folder = dirname(resolve(chunks[0].path));
  const listed = chunks.map(({ path, frames: count }) => ({
    name: relative(folder, resolve(path)),
    frames: count,
  }));
  const mix = await mixOfVoices(options.voices, 1, frameToTicks(frames, rate), signal);
  const partPath = await createPart(outPath);
  try {
    await removeStaleParts(dirname(resolve(outPath)));
    const tags = Object.entries(options.marking.tags);
    const running = await startTool({
      tool: 'ffmpeg',
      args: [
        ...['-v', 'error', '-progress', 'pipe:1', '-nostats'],
        ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', 'concat,mov,mp4'],
        ...['-f', 'concat', '-safe', '0', '-i', 'pipe:0'],
        ...mix.inputs,
        ...['-map', '0:v:0', '-c:v', 'copy', ...BT709],
        ...mix.outputs,
        ...(mix.outputs.length === 0 ? [] : SOUND),
        ...BIT_EXACT,
        ...tags.flatMap(([key, value]) => ['-metadata', `${key}=${value}`]),
        ...['-movflags', '+faststart', '-f', 'mp4', fileAddress(partPath)],
      ],
      failure: {
        code: 'film-not-written',
        message: `The film ${displayName(outPath)} could not be put together from its chunks.`,
        hint: 'Render again; if it happens twice, please report this.',
      },
      category: 'device-failed',
      outputPath: outPath,
      cwd: folder,
      signal,
    });
    running.stdin.end(toConcatList(listed, rate));
    await followFrames(running.stdout, (done) => options.onProgress?.(Math.min(1, done / frames)));
    await running.completed;
    await appendFile(partPath, toXmpBox(options.marking.xmp));
  } catch (error) {
    await discardPart(partPath);
    throw toWriteError(error, outPath);
  }
  await commitPart(partPath, outPath);
}
