// `npm start`: the desktop program where its binary is there and a screen too, else the same window in
// the browser. The set-up before it has installed and built what was missing.

import { resolve } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { runCli } from '#main/cli/run-cli.ts';
import { findElectron, hasScreen } from './find-desktop.ts';
import { runElectron } from './run-electron.ts';
import { parseStartOptions, type StartOptions } from './start-options.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

async function main(args: readonly string[]): Promise<number> {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => controller.abort());
  try {
    // `npm start` moves to the package's folder; the user's own folder is in INIT_CWD.
    const options = parseStartOptions(args, process.env['INIT_CWD'] ?? process.cwd());
    const electron = chooseElectron(options);
    return electron === null
      ? await serve(options, controller.signal)
      : await openDesktop(electron, options, controller.signal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.hint === null ? error.message : `${error.message} ${error.hint}`);
    return error.exitCode;
  }
}

/** Null: the browser it is. */
function chooseElectron({ isForBrowser }: StartOptions): string | null {
  if (isForBrowser || !hasScreen(process.platform, process.env)) return null;
  const electron = findElectron(ROOT);
  if (electron === null)
    console.error(
      'Parley opens in the browser. "npx install-electron" fetches what the desktop program needs.',
    );
  return electron;
}

function openDesktop(
  electron: string,
  { project }: StartOptions,
  signal: AbortSignal,
): Promise<number> {
  return runElectron(electron, [ROOT, ...(project === null ? [] : [project])], signal);
}

/** Prints the address and opens the browser, if there is one. */
function serve({ project, serveArguments }: StartOptions, signal: AbortSignal): Promise<number> {
  if (project !== null) {
    throw new AppError({
      category: 'usage',
      code: 'project-needs-desktop',
      message: 'In the browser a project is opened from the window itself.',
      hint: 'Start without a file, then choose File, Open project.',
    });
  }
  const streams = { out: process.stdout, err: process.stderr };
  return runCli(['serve', ...serveArguments], streams, ROOT, signal);
}

process.exitCode = await main(process.argv.slice(2));
