// What a command of the program is: a name, its usage, its options, and what it does.

import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { AppError } from '#core/errors/app-error.ts';
import type { Host } from '#main/host/host.ts';
import type { Reporter } from './reporter.ts';

export interface CommandContext {
  readonly host: Host;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  /** Where relative paths start. */
  readonly cwd: string;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[], context: CommandContext): Promise<void>;
}

export function usageError(message: string, hint?: string): AppError {
  const fields = { category: 'usage', code: 'usage', message } as const;
  return new AppError(hint === undefined ? fields : { ...fields, hint });
}

/**
 * Parses a command's own arguments.
 * @throws AppError `usage` that names the unknown or incomplete option
 */
export function parseCommandLine<O extends ParseArgsOptionsConfig>(
  command: Pick<Command, 'name' | 'usage'>,
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({
      args: joinNegativeValues(args),
      options,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw usageError(`${reason}.`, `Usage: parley ${command.usage}`);
  }
}

/**
 * A value that begins with a dash, such as a file named "-1.wav", is joined to its option:
 * parseArgs would take it for an option of its own.
 */
function joinNegativeValues(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const next = args.at(i + 1);
    const takesDash =
      /^--[a-z][a-z-]*$/.test(args[i]) && next !== undefined && /^-(?!-[a-z])/.test(next);
    if (takesDash) joined.push(`${args[i]}=${args[++i]}`);
    else joined.push(args[i]);
  }
  return joined;
}

/** The one positional argument of a command that takes exactly one. */
export function onePositional(
  command: Command,
  positionals: readonly string[],
  what: string,
): string {
  if (positionals.length !== 1) {
    const message = positionals.length === 0 ? `${what} is missing.` : `Give one ${what}.`;
    throw usageError(message, `Usage: parley ${command.usage}`);
  }
  return positionals[0];
}

/** A whole number inside bounds. */
export function parseWhole(text: string, what: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < min || value > max) {
    throw usageError(`${what} must be a whole number from ${min} to ${max}, not "${text}".`);
  }
  return value;
}
