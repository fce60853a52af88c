// A command is a named, checked edit: an input schema and a plan. The plan returns the undo label.
import type { z } from 'zod';
import type { DocumentEdit } from '../document-edit.ts';
import type { IdSource } from '../ids.ts';

export interface Command<S extends z.ZodType> {
  readonly input: S;
  /** Writes the edit and returns the label of the undo entry. Throws AppError. */
  readonly plan: (edit: DocumentEdit, input: z.output<S>, newId: IdSource) => string;
}

/** Keeps the type of the schema for the type of the input. */
export function defineCommand<S extends z.ZodType>(command: Command<S>): Command<S> {
  return command;
}
