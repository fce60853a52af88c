// What is known about the document as a whole; one checked row of the meta table.
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { damaged } from '../database/sqlite-errors.ts';
import { checksum } from './checksum.ts';
import { parseJson } from './parse-json.ts';

const count = z.number().int().min(0);
const stateSchema = z.strictObject({
  /** Counts commands, undos and redos. */
  revision: count,
  rows: z.strictObject({ count, sum: count }),
  /** First and last sequence number of the history; last < first is an empty history. */
  history: z.strictObject({ first: count, last: count }),
});

export type DocumentState = z.infer<typeof stateSchema>;

export const FIRST_STATE: DocumentState = {
  revision: 0,
  rows: { count: 0, sum: 0 },
  history: { first: 1, last: 0 },
};

const NAME = 'document';

/** Throws AppError `project-damaged`. */
export function readDocumentState(database: Database, path: string): DocumentState {
  const stored = database.prepare('SELECT value, crc FROM meta WHERE name = ?').get(NAME) as
    { value: string; crc: number } | undefined;
  if (stored !== undefined && checksum(NAME, stored.value) === stored.crc) {
    const state = stateSchema.safeParse(parseJson(stored.value));
    if (state.success) return state.data;
  }
  throw new AppError(damaged(path, 'row meta "document" has a wrong checksum'));
}

export function writeDocumentState(database: Database, state: DocumentState): void {
  const value = canonicalJson(state);
  database
    .prepare('INSERT OR REPLACE INTO meta (name, value, crc) VALUES (?, ?, ?)')
    .run(NAME, value, checksum(NAME, value));
}
