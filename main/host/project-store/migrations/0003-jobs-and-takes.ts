import type { Migration } from './migration.ts';

/**
 * The render queue and what came of it. A job and a take keep the document that they were made from:
 * compressed, once for all that share it.
 */
export const jobsAndTakes: Migration = {
  version: 3,
  sql: `
    CREATE TABLE jobs (
      id TEXT NOT NULL PRIMARY KEY, place INTEGER NOT NULL,
      json TEXT NOT NULL, crc INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE takes (
      id TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL,
      json TEXT NOT NULL, crc INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE frozen_documents (
      hash TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL, crc INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
