// Numbered steps from an empty file to the newest form. A released step is never changed.
import type { Database } from 'better-sqlite3';
import { firstTables } from './0001-first-tables.ts';
import { chunkVersions } from './0002-chunk-versions.ts';
import { jobsAndTakes } from './0003-jobs-and-takes.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [firstTables, chunkVersions, jobsAndTakes];

export const NEWEST_VERSION = MIGRATIONS.length;

/** Takes the database from its `user_version` to `target`, in one transaction. */
export function migrate(database: Database, target = NEWEST_VERSION): void {
  const step = database.transaction(() => {
    const version = Number(database.pragma('user_version', { simple: true }));
    for (const migration of MIGRATIONS.slice(version, target)) {
      database.exec(migration.sql);
      database.pragma(`user_version = ${migration.version}`);
    }
  });
  step.immediate();
}
