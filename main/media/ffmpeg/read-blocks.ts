// A child's output as blocks of whole units, with back-pressure, an end to waiting, and early close.
import { AppError } from '#core/errors/app-error.ts';
import { cancelledError } from './run.ts';
import type { RunningTool } from './run.ts';

/** A decoder that is asked for data and gives none for this long hangs. */
const STALL_SECONDS = 60;

export function stalledError(seconds: number): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'media-timeout',
    message: `ffmpeg gave no data for ${seconds} seconds, so it was stopped.`,
    hint: 'Check that the file is whole and lies on a disk that answers.',
  });
}

/**
 * Yields what `running` prints, cut at multiples of `unitBytes`. A rest smaller than a unit at the end
 * is dropped. Leaving the loop early stops the child. The time that the consumer takes does not count
 * as stalling.
 * @throws AppError that of the child; `media-timeout`
 */
export async function* readBlocks(
  running: RunningTool,
  unitBytes: number,
  stallSeconds = STALL_SECONDS,
): AsyncGenerator<Uint8Array> {
  const source: AsyncIterator<Buffer> = running.stdout[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  try {
    for (;;) {
      const timer = setTimeout(() => {
        running.stop(stalledError(stallSeconds));
      }, stallSeconds * 1000);
      const step = await source.next().finally(() => {
        clearTimeout(timer);
      });
      if (step.done === true) break;
      const bytes = rest.length === 0 ? step.value : Buffer.concat([rest, step.value]);
      const whole = bytes.length - (bytes.length % unitBytes);
      rest = bytes.subarray(whole);
      if (whole > 0) yield bytes.subarray(0, whole);
    }
    await running.completed;
  } finally {
    // After the end this does nothing; after an early close the child must not live on, and its
    // output must be let go before it can close.
    running.stop(cancelledError());
    running.stdout.destroy();
    await Promise.allSettled([running.completed]);
  }
}
