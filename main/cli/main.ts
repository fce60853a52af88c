// Process entry of the command line: signals, streams, exit code.

import { runCli } from './run-cli.ts';

const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => controller.abort());
}
// A program that drives this one may hold its standard input open as a lifeline: when that program
// dies, however suddenly, the input ends and the work is cancelled.
const hasLifeline = process.env['PARLEY_LIFELINE'] === 'stdin';
if (hasLifeline) process.stdin.on('end', () => controller.abort()).resume();
// A reader that went away ("parley ... | head") ends the output, not the work.
process.stdout.on('error', () => undefined);

// `npm run parley` moves to the package's folder; the user's own folder is in INIT_CWD.
const startedByNpm = process.env['npm_lifecycle_event'] === 'parley';
const cwd = (startedByNpm ? process.env['INIT_CWD'] : undefined) ?? process.cwd();

process.exitCode = await runCli(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  cwd,
  controller.signal,
);
// An open input would keep the process waiting when its work is done.
if (hasLifeline) process.stdin.destroy();
