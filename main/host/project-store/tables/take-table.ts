// The takes of a project, in the order they were made.
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { checksum } from './checksum.ts';
import { parseJson } from './parse-json.ts';
import type { StoreTransaction } from './store-transaction.ts';
import { takeRecordSchema, type TakeRecord } from './take-record.ts';

interface StoredTake {
  readonly id: string;
  readonly number: number;
  readonly json: string;
  readonly crc: number;
}

const LAST_NUMBER = 'last-take-number';

function readRecord({ id, number, json, crc }: StoredTake): TakeRecord | null {
  if (checksum(id, number, json) !== crc) return null;
  const result = takeRecordSchema.safeParse(parseJson(json));
  const isSame = result.success && result.data.id === id && result.data.number === number;
  return isSame ? result.data : null;
}

export class TakeTable {
  private readonly database: Database;
  private readonly write: StoreTransaction;

  constructor(database: Database, write: StoreTransaction) {
    this.database = database;
    this.write = write;
  }

  list(): TakeRecord[] {
    return this.database
      .prepare('SELECT * FROM takes ORDER BY number, id')
      .all()
      .map((stored) => readRecord(stored as StoredTake))
      .filter((record) => record !== null);
  }

  get(id: string): TakeRecord | null {
    const stored = this.database.prepare('SELECT * FROM takes WHERE id = ?').get(id);
    return stored === undefined ? null : readRecord(stored as StoredTake);
  }

  /** The number of the next take: one more than any take ever had. */
  nextNumber(): number {
    const stored = this.database
      .prepare('SELECT value, crc FROM meta WHERE name = ?')
      .get(LAST_NUMBER) as { value: string; crc: number } | undefined;
    const isWhole = stored !== undefined && checksum(LAST_NUMBER, stored.value) === stored.crc;
    const kept = z.coerce
      .number()
      .int()
      .min(0)
      .catch(0)
      .parse(isWhole ? stored.value : 0);
    const highest = this.database.prepare('SELECT max(number) FROM takes').pluck().get();
    return Math.max(kept, Number(highest ?? 0)) + 1;
  }

  /** Adds or replaces a take. False when the project is read-only. */
  put(take: TakeRecord): boolean {
    const record = takeRecordSchema.parse(take);
    const { id, number } = record;
    const json = canonicalJson(record);
    const last = String(Math.max(number, this.nextNumber() - 1));
    return this.write(() => {
      this.database
        .prepare('INSERT OR REPLACE INTO takes (id, number, json, crc) VALUES (?, ?, ?, ?)')
        .run(id, number, json, checksum(id, number, json));
      this.database
        .prepare('INSERT OR REPLACE INTO meta (name, value, crc) VALUES (?, ?, ?)')
        .run(LAST_NUMBER, last, checksum(LAST_NUMBER, last));
    });
  }

  remove(id: string): boolean {
    return this.write(() => {
      this.database.prepare('DELETE FROM takes WHERE id = ?').run(id);
    });
  }
}
