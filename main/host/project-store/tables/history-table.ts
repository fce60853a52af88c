// Undo and redo that survive a restart: every command with both sides of every row it touched.
import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '#core/contract/project-types.ts';
import { canonicalJson } from '#core/json/canonical-json.ts';
import { rowChangesSchema, type RowChange } from '#core/project/rows.ts';
import { checksum } from './checksum.ts';
import type { DocumentState } from './document-state.ts';
import { parseJson } from './parse-json.ts';

/** What the history may hold; older steps are forgotten. */
export interface HistoryLimits {
  readonly steps: number;
  readonly bytes: number;
}
const HISTORY_LIMITS: HistoryLimits = { steps: 1000, bytes: 64 << 20 };

export type HistorySpan = DocumentState['history'];

export interface HistoryStep {
  readonly seq: number;
  readonly label: string;
  readonly changes: readonly RowChange[];
}

interface StoredStep {
  readonly seq: number;
  readonly name: string;
  readonly label: string;
  readonly changes: string;
  readonly undone: number;
  readonly crc: number;
}

/** What undo and redo would take first. */
const NEXT = {
  undo: 'WHERE undone = 0 ORDER BY seq DESC',
  redo: 'WHERE undone = 1 ORDER BY seq',
} as const;

const sumOf = (step: Omit<StoredStep, 'crc'>): number =>
  checksum(step.seq, step.name, step.label, step.changes, step.undone);

export class HistoryTable {
  private readonly database: Database;
  private readonly limits: HistoryLimits;

  constructor(database: Database, limits = HISTORY_LIMITS) {
    this.database = database;
    this.limits = limits;
  }

  /** True when every step is there and whole: done ones first, then undone ones. */
  isWhole(span: HistorySpan): boolean {
    let expected = span.first;
    let undone = 0;
    for (const row of this.database.prepare('SELECT * FROM history ORDER BY seq').iterate()) {
      const step = row as StoredStep;
      if (step.seq !== expected++ || sumOf(step) !== step.crc || step.undone < undone) return false;
      undone = step.undone;
    }
    return expected === span.last + 1;
  }

  /** Adds a done step; what was undone before it is gone. Call inside a transaction. */
  push(name: string, label: string, changes: readonly RowChange[], span: HistorySpan): HistorySpan {
    const removed = this.database.prepare('DELETE FROM history WHERE undone = 1').run().changes;
    const seq = span.last - removed + 1;
    this.write({ seq, name, label, changes: canonicalJson(changes), undone: 0 });
    return { first: this.forget(span.first, seq), last: seq };
  }

  /** Drops the oldest steps until the limits hold; the newest one always stays. */
  private forget(oldest: number, newest: number): number {
    const size = this.database.prepare('SELECT octet_length(changes) FROM history WHERE seq = ?');
    let bytes = 0;
    let first = newest;
    for (; first >= oldest; first--) {
      bytes += Number(size.pluck().get(first));
      const steps = newest - first + 1;
      if (steps > 1 && (steps > this.limits.steps || bytes > this.limits.bytes)) break;
    }
    first++;
    this.database.prepare('DELETE FROM history WHERE seq < ?').run(first);
    return first;
  }

  private write(step: Omit<StoredStep, 'crc'>): void {
    this.database
      .prepare(
        `INSERT OR REPLACE INTO history (seq, name, label, changes, undone, crc)
         VALUES (@seq, @name, @label, @changes, @undone, @crc)`,
      )
      .run({ ...step, crc: sumOf(step) });
  }

  private find(direction: 'undo' | 'redo'): StoredStep | null {
    const sql = `SELECT * FROM history ${NEXT[direction]} LIMIT 1`;
    return (this.database.prepare(sql).get() as StoredStep | undefined) ?? null;
  }

  /** The step that undo or redo would take, or null. */
  next(direction: 'undo' | 'redo'): HistoryStep | null {
    const stored = this.find(direction);
    if (stored === null) return null;
    const changes = rowChangesSchema.parse(parseJson(stored.changes));
    return { seq: stored.seq, label: stored.label, changes };
  }

  /** What undo or redo would be called, or null when there is nothing. */
  nextLabel(direction: 'undo' | 'redo'): string | null {
    // A step may hold megabytes of changes, and this is asked for after each edit.
    const sql = `SELECT label FROM history ${NEXT[direction]} LIMIT 1`;
    return (this.database.prepare(sql).pluck().get() as string | undefined) ?? null;
  }

  /** Marks the step that `next(direction)` gave. Call inside a transaction. */
  mark(direction: 'undo' | 'redo'): void {
    const stored = this.find(direction);
    if (stored === null) return;
    const { seq, name, label, changes } = stored;
    this.write({ seq, name, label, changes, undone: direction === 'undo' ? 1 : 0 });
  }

  /** All steps, oldest first. */
  list(): HistoryEntry[] {
    const rows = this.database.prepare('SELECT seq, label, undone FROM history ORDER BY seq').all();
    return (rows as Pick<StoredStep, 'seq' | 'label' | 'undone'>[]).map(
      ({ seq, label, undone }) => ({ seq, label, isUndone: undone === 1 }),
    );
  }

  /** Forgets all steps. Call inside a transaction. */
  clear(): HistorySpan {
    this.database.exec('DELETE FROM history');
    return { first: 1, last: 0 };
  }
}
