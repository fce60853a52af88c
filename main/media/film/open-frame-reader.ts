// A film as a stream of RGB frames: one in memory at a time, decoded no faster than it is read.
import type { Rational } from '#core/time/ticks.ts';
import { displayName } from '../disk/display-name.ts';
import { fileAddress } from '../ffmpeg/file-address.ts';
import { GUARDED_INPUT } from '../ffmpeg/formats.ts';
import { readBlocks } from '../ffmpeg/read-blocks.ts';
import { startTool } from '../ffmpeg/run.ts';
import { probeFilm } from './probe-film.ts';

export interface FrameReaderOptions {
  /** Scaled (bicubic) to this size; the film's own when left out. Both or none. */
  readonly width?: number;
  readonly height?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface RgbFrame {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** sRGB values; the reader keeps no hold of it. // [H, W, 3] */
  readonly data: Uint8Array;
}

export interface FrameReader extends AsyncIterable<RgbFrame> {
  readonly width: number;
  readonly height: number;
  /** Null when the container does not say. */
  readonly rate: Rational | null;
}

/**
 * Opens a film for one pass over its frames, as they are stored: none doubled, none dropped. Leaving
 * the loop early stops the decoder.
 * @throws AppError those of `probeFilm`; while reading `film-damaged`, `media-timeout`, `cancelled`
 */
export async function openFrameReader(
  path: string,
  options: FrameReaderOptions = {},
): Promise<FrameReader> {
  const { video } = await probeFilm(path, options.signal);
  const width = options.width ?? video.width;
  const height = options.height ?? video.height;
  return {
    width,
    height,
    rate: video.rate,
    [Symbol.asyncIterator]: () => readFrames(path, width, height, video.colorSpace, options.signal),
  };
}

async function* readFrames(
  path: string,
  width: number,
  height: number,
  colorSpace: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<RgbFrame> {
  // swscale takes untagged pictures for bt601; ours are tagged, others are guessed by height as players do.
  const matrix =
    colorSpace === 'bt709' || (colorSpace === null && height >= 720) ? 'bt709' : 'auto';
  const scale = `scale=${width}:${height}:flags=bicubic+accurate_rnd+full_chroma_int:in_color_matrix=${matrix}`;
  const running = await startTool({
    tool: 'ffmpeg',
    args: [
      ...['-v', 'error', ...GUARDED_INPUT, '-i', fileAddress(path)],
      ...['-map', '0:v:0', '-vf', scale, '-vsync', 'passthrough'],
      ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
    ],
    failure: {
      code: 'film-damaged',
      message: `The film ${displayName(path)} is damaged, so its pictures cannot be decoded.`,
      hint: 'Play it in another program to check it.',
    },
    signal,
  });
  running.stdin.end();
  const bytes = width * height * 3;
  let frame = new Uint8Array(bytes);
  let filled = 0;
  let index = 0;
  for await (const block of readBlocks(running, 1)) {
    for (let at = 0; at < block.length;) {
      const take = Math.min(bytes - filled, block.length - at);
      frame.set(block.subarray(at, at + take), filled);
      filled += take;
      at += take;
      if (filled === bytes) {
        yield { index, width, height, data: frame };
        index++;
        filled = 0;
        frame = new Uint8Array(bytes);
      }
    }
  }
}
