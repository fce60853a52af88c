// The document in its table. Each row has a checksum; the whole has a count and a sum of checksums,
// so that a row which is missing is noticed like one that is wrong.
import type { Database } from 'better-sqlite3';
import { AppError } from '#core/errors/app-error.ts';
import { documentFromRows } from '#core/project/apply-changes.ts';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { checkDocument } from '#core/project/check-document.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { LIMITS } from '#core/project/limits.ts';
import {
  ROW_KINDS,
  ROW_SCHEMAS,
  rowId,
  type RowChange,
  type RowKind,
  type Rows,
} from '#core/project/rows.ts';
import { damaged } from '../database/sqlite-errors.ts';
import { checksum } from './checksum.ts';
import { parseJson } from './parse-json.ts';

/** Sums of checksums wrap here; stays a safe integer. */
const SUM_RANGE = 2 ** 48;

const ROW_LIMIT =
  1 +
  LIMITS.media +
  LIMITS.people +
  LIMITS.voices +
  LIMITS.assignments +
  LIMITS.scoreKeys +
  LIMITS.poseKeys +
  LIMITS.markers;
/** A face with its 478 points takes about 30 kB. */
const ROW_BYTES_LIMIT = 1 << 20;

interface StoredRow {
  readonly kind: string;
  readonly id: string;
  readonly json: string;
  readonly crc: number;
}

/** Count and sum over all rows of the document. */
export interface RowTotals {
  readonly count: number;
  readonly sum: number;
}

const isRowKind = (kind: string): kind is RowKind =>
  (ROW_KINDS as readonly string[]).includes(kind);

export class RowTable {
  private readonly database: Database;
  private readonly path: string;

  constructor(database: Database, path: string) {
    this.database = database;
    this.path = path;
  }

  private damagedRow(kind: string, id: string, why: string): AppError {
    return new AppError(damaged(this.path, `row ${kind} "${id}" ${why}`));
  }

  private parse(stored: StoredRow): { kind: RowKind; row: Rows[RowKind] } {
    const { kind, id, json, crc } = stored;
    if (checksum(kind, id, json) !== crc) throw this.damagedRow(kind, id, 'has a wrong checksum');
    if (!isRowKind(kind)) throw this.damagedRow(kind, id, 'is of an unknown kind');
    const result = ROW_SCHEMAS[kind].safeParse(parseJson(json));
    if (!result.success || rowId(kind, result.data) !== id) {
      throw this.damagedRow(kind, id, 'does not hold what it should');
    }
    return { kind, row: result.data };
  }

  /** Reads and checks the whole document. Throws AppError `project-damaged` naming the row. */
  load(): { document: ProjectDocument; totals: RowTotals } {
    const size = this.database
      .prepare('SELECT count(*) AS count, max(octet_length(json)) AS bytes FROM rows')
      .get() as { count: number; bytes: number | null };
    if (size.count > ROW_LIMIT || (size.bytes ?? 0) > ROW_BYTES_LIMIT) {
      throw new AppError(damaged(this.path, 'it holds more than a project can hold'));
    }
    const rows: { [K in RowKind]: Rows[K][] } = {
      scene: [],
      media: [],
      person: [],
      voice: [],
      assignment: [],
      scoreKey: [],
      poseKey: [],
      marker: [],
    };
    let sum = 0;
    for (const stored of this.database.prepare('SELECT kind, id, json, crc FROM rows').iterate()) {
      const { kind, row } = this.parse(stored as StoredRow);
      (rows[kind] as Rows[RowKind][]).push(row);
      sum = (sum + (stored as StoredRow).crc) % SUM_RANGE;
    }
    const document = documentFromRows(rows);
    this.check(document);
    return { document, totals: { count: size.count, sum } };
  }

  private check(document: ProjectDocument): void {
    try {
      checkDocument(document);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const why = error.message.replace(/\.$/, '');
      throw new AppError({ ...damaged(this.path, why), cause: error });
    }
  }

  /** Writes changes inside the caller's transaction and returns the new totals. */
  write(changes: readonly RowChange[], totals: RowTotals): RowTotals {
    const put = this.database.prepare(
      'INSERT OR REPLACE INTO rows (kind, id, json, crc) VALUES (?, ?, ?, ?)',
    );
    const remove = this.database.prepare('DELETE FROM rows WHERE kind = ? AND id = ?');
    let { count, sum } = totals;
    for (const { kind, id, before, after } of changes) {
      if (before !== null) {
        count--;
        sum += SUM_RANGE - checksum(kind, id, canonicalJson(before));
      }
      if (after === null) remove.run(kind, id);
      else {
        const json = canonicalJson(after);
        const crc = checksum(kind, id, json);
        put.run(kind, id, json, crc);
        count++;
        sum += crc;
      }
      sum %= SUM_RANGE;
    }
    return { count, sum };
  }
}
