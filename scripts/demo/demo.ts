// `npm run demo`: from a picture and voices to a film, a contact sheet and a report, through the
// real command line. A run that was killed goes on at the next one.

import { relative, resolve } from 'node:path';
import { AppError, EXIT_CODES } from '#core/errors/app-error.ts';
import { formatDuration } from '#core/time/timecode.ts';
import { DEMO_USAGE, DemoUsageError, parseDemoOptions } from './demo-options.ts';
import { makeFilm } from './make-film.ts';
import { ParleyFailure } from './run-parley.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

async function main(args: readonly string[]): Promise<number> {
  // `npm run` moves to the package's folder; the user's own folder is in INIT_CWD.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const started = performance.now();
  try {
    const options = parseDemoOptions(args, cwd, ROOT);
    const result = await makeFilm(options, ROOT, (line) => console.log(line));
    const shown = (path: string): string => {
      const near = relative(cwd, path);
      return near.startsWith('..') ? path : near;
    };
    console.log(`\nDone in ${formatDuration((performance.now() - started) / 1000)}.`);
    console.log(`  film           ${shown(result.filmPath)}`);
    console.log(`  contact sheet  ${shown(result.sheetPath)}`);
    console.log(`  report         ${shown(result.pagePath)}`);
    console.log(`  project        ${shown(result.projectPath)}`);
    return EXIT_CODES.ok;
  } catch (error) {
    return explain(error);
  }
}

/** One or two sentences for every expected failure; anything else is a bug and keeps its trace. */
function explain(error: unknown): number {
  if (error instanceof DemoUsageError) {
    console.error(`${error.message}\nUsage: ${DEMO_USAGE}`);
    return EXIT_CODES.usage;
  }
  if (error instanceof AppError || error instanceof ParleyFailure) {
    console.error(error.hint === null ? error.message : `${error.message} ${error.hint}`);
    return error.exitCode;
  }
  throw error;
}

process.exitCode = await main(process.argv.slice(2));
