// The render queue on disk: jobs in their order, each with its sum.
import type { Database } from 'better-sqlite3';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { checksum } from './checksum.ts';
import { jobRecordSchema, type JobRecord } from './job-record.ts';
import { parseJson } from './parse-json.ts';
import type { StoreTransaction } from './store-transaction.ts';

interface StoredJob {
  readonly id: string;
  readonly place: number;
  readonly json: string;
  readonly crc: number;
}

/** The record, or null when it is damaged: then the job is asked for again. */
function readRecord({ id, json, crc }: StoredJob): JobRecord | null {
  if (checksum(id, json) !== crc) return null;
  const result = jobRecordSchema.safeParse(parseJson(json));
  return result.success && result.data.id === id ? result.data : null;
}

export class JobTable {
  private readonly database: Database;
  private readonly write: StoreTransaction;

  constructor(database: Database, write: StoreTransaction) {
    this.database = database;
    this.write = write;
  }

  /** In queue order. */
  list(): JobRecord[] {
    return this.database
      .prepare('SELECT * FROM jobs ORDER BY place, id')
      .all()
      .map((stored) => readRecord(stored as StoredJob))
      .filter((record) => record !== null);
  }

  get(id: string): JobRecord | null {
    const stored = this.database.prepare('SELECT * FROM jobs WHERE id = ?').get(id);
    return stored === undefined ? null : readRecord(stored as StoredJob);
  }

  /** Adds a job at the end, or replaces it where it stands. False when the project is read-only. */
  put(job: JobRecord): boolean {
    const record = jobRecordSchema.parse(job);
    const json = canonicalJson(record);
    return this.write(() => {
      this.database
        .prepare(
          `INSERT INTO jobs (id, place, json, crc)
           VALUES (@id, (SELECT coalesce(max(place), 0) + 1 FROM jobs), @json, @crc)
           ON CONFLICT (id) DO UPDATE SET json = @json, crc = @crc`,
        )
        .run({ id: record.id, json, crc: checksum(record.id, json) });
    });
  }

  /** Puts all jobs into this order. */
  order(ids: readonly string[]): boolean {
    return this.write(() => {
      const move = this.database.prepare('UPDATE jobs SET place = ? WHERE id = ?');
      ids.forEach((id, index) => move.run(index + 1, id));
    });
  }

  /** Drops a job, and damaged ones. */
  remove(id: string): boolean {
    return this.write(() => {
      const remove = this.database.prepare('DELETE FROM jobs WHERE id = ?');
      for (const stored of this.database.prepare('SELECT * FROM jobs').all() as StoredJob[]) {
        if (stored.id === id || readRecord(stored) === null) remove.run(stored.id);
      }
    });
  }
}
