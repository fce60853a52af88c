import type { Migration } from './migration.ts';

/** Rows of the document, undo history, render journal, results that can be computed again. */
export const firstTables: Migration = {
  version: 1,
  sql: `
    CREATE TABLE meta (
      name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, crc INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rows (
      kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, crc INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE history (
      seq INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL,
      changes TEXT NOT NULL, undone INTEGER NOT NULL CHECK (undone IN (0, 1)), crc INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE chunks (
      render_id TEXT NOT NULL, chunk_index INTEGER NOT NULL, key TEXT NOT NULL,
      json TEXT NOT NULL, crc INTEGER NOT NULL,
      PRIMARY KEY (render_id, chunk_index)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE derived (
      kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, crc INTEGER NOT NULL,
      PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID;
  `,
};
