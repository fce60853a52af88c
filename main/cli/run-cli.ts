// One run of the command line: from arguments to an exit code. Never a stack trace.

import { AppError, EXIT_CODES, toWireError } from '#core/errors/app-error.ts';
import { cancelledError } from '#main/host/engine-client/engine-client.ts';
import { createHost, type Host } from '#main/host/host.ts';
import { usageError, type Command } from './command.ts';
import { COMMANDS, LATER_COMMANDS } from './commands/index.ts';
import { JsonReporter, TerminalReporter, type Reporter } from './reporter.ts';

export interface CliStreams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WriteStream;
}

/** @param argv arguments after the program's name */
export async function runCli(
  argv: readonly string[],
  streams: CliStreams,
  cwd: string,
  signal: AbortSignal,
): Promise<number> {
  const json = argv.includes('--json');
  const args = argv.filter((argument) => argument !== '--json');
  const reporter = json
    ? new JsonReporter(streams.out)
    : new TerminalReporter(streams.out, streams.err);
  let host: Host | null = null;
  try {
    if (args.length === 0 || args[0] === 'help' || args.includes('--help') || args.includes('-h')) {
      showHelp(reporter);
      return EXIT_CODES.ok;
    }
    const command = findCommand(args[0]);
    host = createHost(`parley ${command.name}`);
    await command.run(args.slice(1), { host, reporter, signal, cwd });
    return EXIT_CODES.ok;
  } catch (error) {
    // Whatever an abort broke on its way, to the user it is the cancel that they asked for.
    const told = signal.aborted ? cancelledError() : error;
    reporter.error(toWireError(told));
    return told instanceof AppError ? told.exitCode : EXIT_CODES.internal;
  } finally {
    await host?.close();
  }
}

function findCommand(name: string): Command {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command) return command;
  if (LATER_COMMANDS.includes(name)) {
    throw usageError(
      `"parley ${name}" is not yet in this version.`,
      'Run "parley help" for what is.',
    );
  }
  throw usageError(`"${name}" is not a command.`, 'Run "parley help" for the list.');
}

function showHelp(reporter: Reporter): void {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = [
    'Parley makes the people in a picture talk to each other.',
    '',
    ...COMMANDS.flatMap((command) => [
      `  ${command.name.padEnd(width)}  ${command.summary}`,
      `  ${' '.repeat(width)}  parley ${command.usage}`,
    ]),
    '',
    'Every command takes --json: one object per line, the last has "event":"done" or "event":"error".',
    'Exit codes: 0 ok, 2 wrong usage, 3 bad input, 4 model missing, 5 device failed, 6 out of disk, 130 cancelled.',
  ];
  reporter.done(
    { commands: COMMANDS.map(({ name, usage, summary }) => ({ name, usage, summary })) },
    lines,
  );
}
