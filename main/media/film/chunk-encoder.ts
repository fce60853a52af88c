// Frames of one chunk go down a pipe to x264; a finished chunk appears on disk whole or not at all.
import { AppError } from '#core/errors/app-error.ts';
import type { Rational } from '#core/time/ticks.ts';
import { displayName } from '../disk/display-name.ts';
import { toWriteError } from '../disk/disk-error.ts';
import { commitPart, discardPart, createPart } from '../disk/part-file.ts';
import { fileAddress } from '../ffmpeg/file-address.ts';
import { stalledError } from '../ffmpeg/read-blocks.ts';
import { cancelledError, startTool } from '../ffmpeg/run.ts';
import type { RunningTool } from '../ffmpeg/run.ts';
import { BIT_EXACT, DEFAULT_CRF, h264Arguments, rateText } from './video-settings.ts';

export interface ChunkEncoderOptions {
  /** Pixels; even. */
  readonly width: number;
  readonly height: number;
  readonly rate: Rational;
  /** Final path of the chunk, an MP4 without sound. */
  readonly path: string;
  readonly crf?: number;
  readonly signal?: AbortSignal | undefined;
}

/** x264 takes a frame or it hangs: a full HD frame needs well under a second. */
const STALL_SECONDS = 60;

export class ChunkEncoder {
  private readonly running: RunningTool;
  private readonly path: string;
  private readonly partPath: string;
  private readonly frameBytes: number;
  private frames = 0;

  private constructor(running: RunningTool, options: ChunkEncoderOptions, partPath: string) {
    this.running = running;
    this.path = options.path;
    this.partPath = partPath;
    this.frameBytes = (options.width * options.height * 3) / 2;
  }

  /**
   * @throws AppError `ffmpeg-missing`, `cancelled`
   * @throws RangeError for odd or non-positive sides
   */
  static async open(options: ChunkEncoderOptions): Promise<ChunkEncoder> {
    const { width, height, rate } = options;
    if (!(width > 0 && height > 0) || width % 2 !== 0 || height % 2 !== 0) {
      throw new RangeError(`A film of ${width} x ${height} cannot be 4:2:0.`);
    }
    const partPath = await createPart(options.path);
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`];
    const input = [...raw, '-framerate', rateText(rate), '-i', 'pipe:0'];
    const encoded = h264Arguments(rate, options.crf ?? DEFAULT_CRF);
    try {
      const running = await startTool({
        tool: 'ffmpeg',
        args: [
          '-v',
          'error',
          ...input,
          ...encoded,
          ...BIT_EXACT,
          '-f',
          'mp4',
          fileAddress(partPath),
        ],
        failure: {
          code: 'encoder-failed',
          message: `The video encoder stopped while it wrote ${displayName(options.path)}.`,
          hint: 'Run "parley doctor"; if ffmpeg is sound, please report this.',
        },
        category: 'device-failed',
        outputPath: options.path,
        signal: options.signal,
      });
      running.stdout.resume();
      return new ChunkEncoder(running, options, partPath);
    } catch (error) {
      await discardPart(partPath);
      throw error;
    }
  }

  /**
   * Encodes one frame: planes Y, U, V, bt709 limited range. // [H*W * 3/2]
   * The buffer belongs to the encoder until the promise resolves.
   * @throws AppError `disk-full`, `encoder-failed`, `cancelled`
   */
  async write(frame: Uint8Array): Promise<void> {
    if (frame.length !== this.frameBytes) {
      throw new RangeError(`A frame has ${frame.length} bytes instead of ${this.frameBytes}.`);
    }
    const timer = setTimeout(() => {
      this.running.stop(stalledError(STALL_SECONDS));
    }, STALL_SECONDS * 1000);
    try {
      await new Promise<void>((resolve, reject) => {
        this.running.stdin.write(frame, (error) => {
          if (error === null || error === undefined) resolve();
          else reject(error);
        });
      });
      this.frames++;
    } catch (pipeError) {
      // The pipe broke because the child ended; its exit says why.
      await this.settle();
      throw pipeError;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Ends the chunk: waits for the encoder, syncs the file and gives it its final name. Returns its frames.
   * @throws AppError `disk-full`, `encoder-failed`, `cancelled`
   */
  async finish(): Promise<number> {
    this.running.stdin.end();
    await this.settle();
    await commitPart(this.partPath, this.path);
    return this.frames;
  }

  /** Stops and leaves nothing behind. Safe to call at any time, also after `finish`. */
  async abort(): Promise<void> {
    this.running.stop(cancelledError());
    await this.running.completed.catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
    await discardPart(this.partPath);
  }

  private async settle(): Promise<void> {
    try {
      await this.running.completed;
    } catch (error) {
      await discardPart(this.partPath);
      throw toWriteError(error, this.path);
    }
  }
}
