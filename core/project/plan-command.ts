// Command name and input in; checked changes and the next document out. Nothing is stored here.
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { applyChanges } from './apply-changes.ts';
import { checkDocument } from './check-document.ts';
import type { Command } from './commands/command.ts';
import { COMMANDS, type CommandInput, type CommandName } from './commands/registry.ts';
import type { ProjectDocument } from './document.ts';
import { DocumentEdit } from './document-edit.ts';
import type { IdSource } from './ids.ts';
import { ROW_SCHEMAS, type RowChange } from './rows.ts';

export interface PlannedCommand {
  /** What the undo entry is called. */
  readonly label: string;
  /** Empty when the command changes nothing. */
  readonly changes: readonly RowChange[];
  readonly document: ProjectDocument;
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue.path.map(String).join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

function parse<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError({
    category: 'usage',
    code: 'bad-command-input',
    message: `The command ${name} cannot take this input (${describe(result.error)}).`,
    cause: result.error,
  });
}

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/**
 * Plans one command. Pure but for `newId`.
 * Throws AppError: `unknown-command`, `bad-command-input`, `too-many`, and those of the command.
 */
export function planCommand<N extends CommandName>(
  document: ProjectDocument,
  name: N,
  input: CommandInput<N>,
  newId: IdSource,
): PlannedCommand {
  if (!isCommandName(name)) {
    throw new AppError({
      category: 'usage',
      code: 'unknown-command',
      message: `There is no command "${String(name)}".`,
    });
  }
  const command = COMMANDS[name] as unknown as Command<z.ZodType>; // each schema fits its own plan
  const edit = new DocumentEdit(document);
  const label = planChecked(
    () => command.plan(edit, parse(command.input, input, name), newId),
    name,
  );
  const changes = edit.changes().map((change) => ({
    ...change,
    after:
      change.after === null ? null : parse<unknown>(ROW_SCHEMAS[change.kind], change.after, name),
  })) as RowChange[];
  const next = applyChanges(document, changes);
  checkDocument(next);
  return { label, changes, document: next };
}

/** A row that does not pass its schema inside a plan came from the input. */
function planChecked(plan: () => string, name: string): string {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new AppError({
      category: 'usage',
      code: 'bad-command-input',
      message: `The command ${name} cannot take this input (${describe(error)}).`,
      cause: error,
    });
  }
}
