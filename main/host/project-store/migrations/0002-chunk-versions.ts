import type { Migration } from './migration.ts';

/**
 * The render journal keeps several versions of a chunk, so that going back to an earlier curve
 * costs nothing. `used` grows with every use; `state` is a copy, for whoever only looks.
 */
export const chunkVersions: Migration = {
  version: 2,
  sql: `
    ALTER TABLE chunks RENAME TO first_chunks;
    CREATE TABLE chunks (
      render_id TEXT NOT NULL, chunk_index INTEGER NOT NULL, key TEXT NOT NULL,
      state TEXT NOT NULL, used INTEGER NOT NULL, json TEXT NOT NULL, crc INTEGER NOT NULL,
      PRIMARY KEY (render_id, chunk_index, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX chunks_by_key ON chunks (key, state);
    INSERT INTO chunks (render_id, chunk_index, key, state, used, json, crc)
      SELECT render_id, chunk_index, key,
        CASE WHEN json_valid(json) THEN coalesce(json_extract(json, '$.state'), 'failed')
          ELSE 'failed' END,
        0, json, crc
      FROM first_chunks;
    DROP TABLE first_chunks;
  `,
};
