// A file into another file, through fluent-ffmpeg: the plain transcodes of Parley. Everything that
// moves through pipes uses `startTool`.
import ffmpeg from 'fluent-ffmpeg';
import type { FfmpegCommand } from 'fluent-ffmpeg';
import { AppError } from '#core/errors/app-error.ts';
import { outOfDiskError } from '../disk/disk-error.ts';
import { fileAddress } from './file-address.ts';
import { findTools } from './find.ts';
import { GUARDED_INPUT } from './formats.ts';
import { stalledError } from './read-blocks.ts';
import { cancelledError } from './run.ts';
import type { ToolFailure } from './run.ts';
import { isComplaint, StderrTail } from './stderr-tail.ts';

export interface TranscodeRequest {
  readonly inputPath: string;
  /** Written over. */
  readonly outputPath: string;
  /** After the input: maps, filters, codecs, `-f`. */
  readonly outputOptions: readonly string[];
  /** What a failure means to the user. */
  readonly failure: ToolFailure;
  /** File named to the user when the disk is full. */
  readonly finalPath: string;
  readonly signal?: AbortSignal | undefined;
}

/** ffmpeg reports twice a second; silence for this long means that it hangs. */
const STALL_SECONDS = 60;
const KEPT_LINES = 60;

export interface TranscodeResult {
  /** Complaints of decoder and encoder in a run that reached its end. */
  readonly complaints: number;
}

/**
 * @throws AppError `ffmpeg-missing`, the given failure, `disk-full`, `media-timeout`, `cancelled`
 */
export async function transcode(request: TranscodeRequest): Promise<TranscodeResult> {
  const tools = await findTools();
  if (request.signal?.aborted === true) throw cancelledError();
  const command = ffmpeg({ stdoutLines: KEPT_LINES })
    .setFfmpegPath(tools.ffmpeg.path)
    .input(fileAddress(request.inputPath))
    .inputOptions('-nostdin', '-hide_banner', '-v', 'error', '-stats', ...GUARDED_INPUT)
    .outputOptions('-y', '-map_metadata', '-1', ...request.outputOptions)
    .output(fileAddress(request.outputPath));
  return { complaints: await runToEnd(command, request) };
}

function runToEnd(command: FfmpegCommand, request: TranscodeRequest): Promise<number> {
  const tail = new StderrTail();
  let complaints = 0;
  let stopped: AppError | null = null;
  // SIGKILL at once: the output is a temporary file that is thrown away.
  const stop = (reason: AppError): void => {
    stopped ??= reason;
    command.kill('SIGKILL');
  };
  const onAbort = (): void => {
    stop(cancelledError());
  };
  const onExit = (): void => {
    command.kill('SIGKILL');
  };
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stop(stalledError(STALL_SECONDS));
    }, STALL_SECONDS * 1000);
  };
  process.on('exit', onExit);
  request.signal?.addEventListener('abort', onAbort, { once: true });
  return new Promise<number>((resolve, reject) => {
    command
      .on('start', () => {
        watch();
        // An abort between our check and the start found no process to kill.
        if (stopped !== null) command.kill('SIGKILL');
      })
      .on('stderr', (line: string) => {
        tail.push(Buffer.from(`${line}\n`));
        if (isComplaint(line)) complaints++;
        watch();
      })
      .on('end', () => {
        if (stopped !== null) reject(stopped);
        else if (tail.saysDiskFull())
          reject(outOfDiskError(request.finalPath, tail.lastMeaningful()));
        else resolve(complaints);
      })
      .on('error', (error: Error) => {
        reject(stopped ?? toFailure(request, tail, error));
      })
      .run();
  }).finally(() => {
    clearTimeout(timer);
    process.off('exit', onExit);
    request.signal?.removeEventListener('abort', onAbort);
  });
}

function toFailure(request: TranscodeRequest, tail: StderrTail, error: Error): AppError {
  if (tail.saysDiskFull()) return outOfDiskError(request.finalPath, error);
  const cause = `${tail.lastMeaningful()} (${error.message.split('\n', 1)[0]})`;
  return new AppError({ category: 'bad-input', ...request.failure, cause });
}
