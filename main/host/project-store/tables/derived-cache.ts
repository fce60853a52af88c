// Results that can be computed again: analysis, peaks, scores. Not undoable; a damaged one is dropped.
import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { checksum } from './checksum.ts';
import { parseJson } from './parse-json.ts';
import type { StoreTransaction } from './store-transaction.ts';

export class DerivedCache {
  private readonly database: Database;
  private readonly write: StoreTransaction;

  constructor(database: Database, write: StoreTransaction) {
    this.database = database;
    this.write = write;
  }

  /** The bytes stored under kind and key; null when there are none or they are damaged. */
  getBytes(kind: string, key: string): Uint8Array | null {
    const stored = this.database
      .prepare('SELECT value, crc FROM derived WHERE kind = ? AND key = ?')
      .get(kind, key) as { value: Uint8Array; crc: number } | undefined;
    if (stored === undefined) return null;
    return checksum(kind, key, stored.value) === stored.crc ? stored.value : null;
  }

  /** The JSON stored under kind and key; null when there is none that fits the schema. */
  getJson<T>(kind: string, key: string, schema: z.ZodType<T>): T | null {
    const bytes = this.getBytes(kind, key);
    if (bytes === null) return null;
    const result = schema.safeParse(parseJson(Buffer.from(bytes).toString('utf8')));
    return result.success ? result.data : null;
  }

  /** Replaces what is stored. False when the project is open for reading only: then nothing is kept. */
  putBytes(kind: string, key: string, value: Uint8Array): boolean {
    return this.write(() => {
      this.database
        .prepare('INSERT OR REPLACE INTO derived (kind, key, value, crc) VALUES (?, ?, ?, ?)')
        .run(kind, key, value, checksum(kind, key, value));
    });
  }

  /** As putBytes. `value` must be plain JSON data. */
  putJson(kind: string, key: string, value: unknown): boolean {
    return this.putBytes(kind, key, Buffer.from(JSON.stringify(value)));
  }

  /** Drops every result of a kind but those with these keys. */
  keepOnly(kind: string, keys: readonly string[]): boolean {
    return this.write(() => {
      this.database
        .prepare(
          'DELETE FROM derived WHERE kind = ? AND key NOT IN (SELECT value FROM json_each(?))',
        )
        .run(kind, JSON.stringify(keys));
    });
  }
}
