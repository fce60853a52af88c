// The one place that starts ffmpeg and ffprobe: no shell, a leash on every child, one sentence on failure.
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { AppError } from '#core/errors/app-error.ts';
import type { ErrorCategory } from '#core/errors/app-error.ts';
import { outOfDiskError } from '../disk/disk-error.ts';
import { findTools } from './find.ts';
import { keepOnLeash } from './leash.ts';
import { StderrTail } from './stderr-tail.ts';

export interface ToolFailure {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export interface ToolRequest {
  readonly tool: 'ffmpeg' | 'ffprobe';
  readonly args: readonly string[];
  /** What a non-zero exit means to the user. */
  readonly failure: ToolFailure;
  /** Whose fault a non-zero exit is; `bad-input` when left out. */
  readonly category?: ErrorCategory;
  /** File being written, named when the disk is full. */
  readonly outputPath?: string;
  readonly cwd?: string;
  /** Killed when it runs longer. Leave out for streams that guard every step themselves. */
  readonly timeLimitSeconds?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface RunningTool {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Resolves at exit code 0; rejects with an AppError else. Never unhandled: failures wait here. */
  readonly completed: Promise<void>;
  /** Asks the child to stop, then kills it; `completed` rejects with `reason`. */
  stop(reason: AppError): void;
}

const KILL_AFTER_MS = 500;

export function cancelledError(): AppError {
  return new AppError({
    category: 'cancelled',
    code: 'cancelled',
    message: 'The work was cancelled.',
  });
}

function timeLimitError(tool: string, seconds: number): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'media-timeout',
    message: `${tool} gave no result within ${seconds} seconds, so it was stopped.`,
    hint: 'Check that the file is whole and lies on a disk that answers.',
  });
}

/**
 * Starts a tool with `args` after our fixed first arguments.
 * @throws AppError `ffmpeg-missing`, `cancelled`
 */
export async function startTool(request: ToolRequest): Promise<RunningTool> {
  const tools = await findTools();
  if (request.signal?.aborted === true) throw cancelledError();
  const first = request.tool === 'ffmpeg' ? ['-nostdin', '-hide_banner', '-y'] : ['-hide_banner'];
  const child = spawn(tools[request.tool].path, [...first, ...request.args], {
    cwd: request.cwd,
    shell: false,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  keepOnLeash(child);
  const tail = new StderrTail();
  child.stderr.on('data', (bytes: Buffer) => {
    tail.push(bytes);
  });
  // A child that exits early breaks its pipes; the exit code tells the story.
  child.stdin.on('error', () => undefined);
  child.stdout.on('error', () => undefined);

  let stopped: AppError | null = null;
  const stop = (reason: AppError): void => {
    if (stopped !== null || child.exitCode !== null || child.signalCode !== null) return;
    stopped = reason;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
  };
  const onAbort = (): void => {
    stop(cancelledError());
  };
  request.signal?.addEventListener('abort', onAbort, { once: true });
  const limit = request.timeLimitSeconds;
  const timer =
    limit === undefined
      ? undefined
      : setTimeout(() => {
          stop(timeLimitError(request.tool, limit));
        }, limit * 1000);

  const completed = new Promise<void>((resolve, reject) => {
    child.on('error', (error) => {
      reject(exitError(request, tail, error));
    });
    child.on('close', (code) => {
      if (stopped !== null) reject(stopped);
      // Old versions end with code 0 although the last write failed.
      else if (code === 0 && !isDiskFull(request, tail)) resolve();
      else reject(exitError(request, tail, code));
    });
  }).finally(() => {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', onAbort);
  });
  completed.catch(() => undefined);
  return { stdin: child.stdin, stdout: child.stdout, completed, stop };
}

/** Runs a tool to its end and returns its standard output, at most `limitBytes`. */
export async function runTool(
  request: ToolRequest,
  limitBytes = 16 * 1024 * 1024,
): Promise<Buffer> {
  const running = await startTool(request);
  running.stdin.end();
  const parts: Buffer[] = [];
  let bytes = 0;
  running.stdout.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > limitBytes) {
      running.stop(
        new AppError({
          category: 'bad-input',
          ...request.failure,
          cause: `over ${limitBytes} bytes`,
        }),
      );
    } else parts.push(part);
  });
  await running.completed;
  return Buffer.concat(parts);
}

function exitError(request: ToolRequest, tail: StderrTail, exit: unknown): AppError {
  const cause = `${request.tool}: ${tail.lastMeaningful()} (exit ${String(exit)})`;
  if (isDiskFull(request, tail)) {
    return outOfDiskError(request.outputPath ?? '', cause);
  }
  return new AppError({ category: request.category ?? 'bad-input', ...request.failure, cause });
}

function isDiskFull(request: ToolRequest, tail: StderrTail): boolean {
  return request.outputPath !== undefined && tail.saysDiskFull();
}
