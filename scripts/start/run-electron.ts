// Runs the built desktop program until its user closes it.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { AppError } from '#core/errors/app-error.ts';

/** @returns its exit code. Throws AppError `desktop-not-started` */
export function runElectron(
  program: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit' });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<number>((resolve, reject) => {
    child.once('error', (cause) => reject(notStarted(cause)));
    child.once('exit', (code, how) => resolve(code ?? 128 + constants.signals[how ?? 'SIGTERM']));
  }).finally(() => signal.removeEventListener('abort', stop));
}

function notStarted(cause: unknown): AppError {
  return new AppError({
    category: 'device-failed',
    code: 'desktop-not-started',
    message: 'The desktop program could not be started.',
    hint: 'Use "npm start -- --browser", or fetch it again with "npx install-electron".',
    cause,
  });
}
