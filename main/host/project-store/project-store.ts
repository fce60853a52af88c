// The project on disk: a document, edited by named commands, each durable before it is acknowledged.
import { mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '#core/errors/app-error.ts';
import { applyChanges } from '#core/project/apply-changes.ts';
import { checkDocument } from '#core/project/check-document.ts';
import type { HistoryEntry } from '#core/contract/project-types.ts';
import type { CommandInput, CommandName } from '#core/project/commands/registry.ts';
import { EMPTY_DOCUMENT, type ProjectDocument } from '#core/project/document.ts';
import type { IdSource } from '#core/project/ids.ts';
import { planCommand } from '#core/project/plan-command.ts';
import { invertChanges, type RowChange } from '#core/project/rows.ts';
import { createProjectFile } from './create-project-file.ts';
import { explainWriteError, systemCode } from './database/file-errors.ts';
import { inspectProjectFile } from './database/inspect-file.ts';
import { emptyLog, openForReading } from './database/open-database.ts';
import { damaged, explained } from './database/sqlite-errors.ts';
import type { Clock, LockHolder, Opener, WriterLock } from './lock/writer-lock.ts';
import { openAsWriter } from './open-as-writer.ts';
import { ChunkJournal } from './tables/chunk-journal.ts';
import { DerivedCache } from './tables/derived-cache.ts';
import {
  FIRST_STATE,
  readDocumentState,
  writeDocumentState,
  type DocumentState,
} from './tables/document-state.ts';
import { FrozenDocuments } from './tables/frozen-documents.ts';
import { HistoryTable } from './tables/history-table.ts';
import { JobTable } from './tables/job-table.ts';
import { RowTable } from './tables/row-table.ts';
import { TakeTable } from './tables/take-table.ts';

export interface StoreServices {
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly opener: Opener;
}

/** A command and its input, as `create` takes them. */
export type InitialCommand = {
  readonly [N in CommandName]: { readonly name: N; readonly input: CommandInput<N> };
}[CommandName];

/** Why a project cannot be changed here. */
export interface ReadOnlyReason {
  readonly cause: 'asked' | 'locked' | 'not-writable';
  /** Who has it, when it is locked. */
  readonly holder: LockHolder | null;
}
export type StoreAccess = 'writer' | { readonly readOnly: ReadOnlyReason };

export interface CommandResult {
  readonly label: string;
  readonly revision: number;
}

/** What happened to a document that is open here. */
export interface StoreChange {
  readonly document: ProjectDocument;
  readonly revision: number;
  /** Null when a reader took over many changes at once. */
  readonly step: {
    readonly changes: readonly RowChange[];
    readonly label: string;
    readonly origin: 'edit' | 'undo' | 'redo';
  } | null;
}

export type StoreListener = (change: StoreChange) => void;

interface Connection {
  readonly database: Database;
  readonly lock: WriterLock | null;
  readonly access: StoreAccess;
}

export class ProjectStore {
  /** Absolute path of the project file. */
  readonly path: string;
  readonly access: StoreAccess;
  /** Results that can be computed again. */
  readonly derived: DerivedCache;
  /** The render journal. */
  readonly journal: ChunkJournal;
  /** The render queue. */
  readonly jobs: JobTable;
  readonly takes: TakeTable;
  /** Documents that jobs and takes were made from. */
  readonly frozen: FrozenDocuments;
  /** What had to be given up to open the project, as sentences for the user. */
  readonly notices: readonly string[];

  private readonly database: Database;
  private readonly lock: WriterLock | null;
  private readonly ids: IdSource;
  private readonly rows: RowTable;
  private readonly history: HistoryTable;
  private readonly listeners = new Set<StoreListener>();
  private state: DocumentState;
  private current: ProjectDocument;

  private constructor(path: string, connection: Connection, ids: IdSource) {
    this.path = path;
    this.database = connection.database;
    this.lock = connection.lock;
    this.access = connection.access;
    this.ids = ids;
    this.rows = new RowTable(this.database, path);
    this.history = new HistoryTable(this.database);
    const write = (work: () => void): boolean => {
      if (this.lock === null) return false;
      this.commit(work);
      return true;
    };
    this.derived = new DerivedCache(this.database, write);
    this.journal = new ChunkJournal(this.database, write);
    this.jobs = new JobTable(this.database, write);
    this.takes = new TakeTable(this.database, write);
    this.frozen = new FrozenDocuments(this.database, write);
    const { document, state } = this.load();
    this.current = document;
    this.state = state;
    this.notices = this.dropDamagedHistory();
    if (this.lock !== null) makeFolder(this.dataFolder);
  }

  /**
   * Makes a project and opens it for writing. The initial commands are part of the making:
   * either the file is there with all of them, or there is no file.
   * Throws AppError `project-exists`, `folder-missing`, `project-unwritable`, `disk-full`.
   */
  static create(
    path: string,
    services: StoreServices,
    commands: readonly InitialCommand[] = [],
  ): ProjectStore {
    const absolute = resolve(path);
    createProjectFile(absolute, (database) => {
      const rows = new RowTable(database, absolute);
      const history = new HistoryTable(database);
      let document = EMPTY_DOCUMENT;
      let state = FIRST_STATE;
      for (const { name, input } of commands) {
        const planned = planCommand(document, name, input as never, services.ids);
        document = planned.document;
        state = {
          revision: state.revision + 1,
          rows: rows.write(planned.changes, state.rows),
          history: history.push(name, planned.label, planned.changes, state.history),
        };
      }
      writeDocumentState(database, state);
    });
    return ProjectStore.open(absolute, services);
  }

  /**
   * Opens a project: for writing when nobody else does, otherwise for reading (see `access`).
   * Throws AppError `project-not-found`, `not-a-project`, `project-unreadable`,
   * `project-from-the-future`, `project-damaged`, `disk-full`, `project-busy`.
   */
  static open(
    path: string,
    services: StoreServices,
    options: { readonly readOnly?: boolean } = {},
  ): ProjectStore {
    inspectProjectFile(path);
    // One project, one lock: a link to a project is the project.
    const absolute = realpathSync(path);
    const connection = connect(absolute, services, options.readOnly ?? false);
    try {
      return explained(absolute, () => new ProjectStore(absolute, connection, services.ids));
    } catch (error) {
      connection.database.close();
      connection.lock?.release();
      throw explainWriteError(error, absolute);
    }
  }

  /** The frozen document of the moment. */
  get document(): ProjectDocument {
    return this.current;
  }

  /** Counts every command, undo and redo that changed the document. */
  get revision(): number {
    return this.state.revision;
  }

  /** Folder beside the project for chunks and caches. */
  get dataFolder(): string {
    return `${this.path}-data`;
  }

  private load(): { document: ProjectDocument; state: DocumentState } {
    const read = this.database.transaction(() => {
      const state = readDocumentState(this.database, this.path);
      const { document, totals } = this.rows.load();
      if (totals.count !== state.rows.count || totals.sum !== state.rows.sum) {
        throw new AppError(damaged(this.path, 'rows of the document are missing'));
      }
      return { document, state };
    });
    return read();
  }

  private dropDamagedHistory(): string[] {
    if (this.history.isWhole(this.state.history)) return [];
    if (this.lock !== null) {
      this.commit(() => {
        this.state = { ...this.state, history: this.history.clear() };
        writeDocumentState(this.database, this.state);
      });
    }
    return ['The undo history was damaged and is gone; the project itself is whole.'];
  }

  /** One durable transaction: when it returns, a power cut takes nothing back. */
  private commit(work: () => void): void {
    explained(this.path, () => {
      this.database
        .transaction(() => {
          if (this.lock?.isOurs() !== true) throw lockLost(this.path);
          work();
        })
        .immediate();
      emptyLog(this.database);
    });
  }

  /** Throws AppError `project-read-only`, naming who has the project, unless it may be changed here. */
  requireWriter(): void {
    if (this.access !== 'writer') throw readOnlyError(this.path, this.access.readOnly);
  }

  private advance(
    document: ProjectDocument,
    step: NonNullable<StoreChange['step']>,
    record: () => DocumentState['history'],
  ): void {
    let next = this.state;
    this.commit(() => {
      const stored = readDocumentState(this.database, this.path);
      if (stored.revision !== this.state.revision) throw lockLost(this.path);
      const rows = this.rows.write(step.changes, this.state.rows);
      next = { revision: this.state.revision + 1, rows, history: record() };
      writeDocumentState(this.database, next);
    });
    this.state = next;
    this.current = document;
    const change = { document, revision: next.revision, step };
    for (const listener of this.listeners) listener(change);
  }

  /**
   * Runs a named command. When it returns, the change is on disk; a command that changes nothing
   * makes no undo step. Throws AppError: `project-read-only`, `project-lock-lost`, `disk-full`,
   * and those of planCommand; the document then stays as it was.
   */
  execute<N extends CommandName>(name: N, input: CommandInput<N>): CommandResult {
    this.requireWriter();
    const { label, changes, document } = planCommand(this.current, name, input, this.ids);
    if (changes.length > 0) {
      this.advance(document, { changes, label, origin: 'edit' }, () =>
        this.history.push(name, label, changes, this.state.history),
      );
    }
    return { label, revision: this.revision };
  }

  /** Takes back the last command. Returns its label, or null when there is nothing to undo. */
  undo(): string | null {
    return this.step('undo');
  }

  /** Does the last undone command again. Returns its label, or null when there is none. */
  redo(): string | null {
    return this.step('redo');
  }

  /** What `undo` and `redo` would take. */
  get nextSteps(): { readonly undo: string | null; readonly redo: string | null } {
    return { undo: this.history.nextLabel('undo'), redo: this.history.nextLabel('redo') };
  }

  /** Every step that can be undone or redone, oldest first. */
  listHistory(): HistoryEntry[] {
    return this.history.list();
  }

  /** Undoes or redoes until step `seq` is the last one done; 0 undoes everything that is kept. */
  goTo(seq: number): void {
    for (;;) {
      const steps = this.history.list();
      const last = steps.findLast((step) => !step.isUndone)?.seq ?? 0;
      const hasNext = steps.some((step) => step.isUndone && step.seq <= seq);
      if (last > seq) this.step('undo');
      else if (hasNext) this.step('redo');
      else return;
    }
  }

  /** Writes a whole copy of the project file. Throws AppError when it cannot be written. */
  copyTo(path: string): void {
    explained(path, () => this.database.prepare('VACUUM INTO ?').run(path));
  }

  private step(direction: 'undo' | 'redo'): string | null {
    this.requireWriter();
    const step = this.history.next(direction);
    if (step === null) return null;
    const changes = direction === 'undo' ? invertChanges(step.changes) : step.changes;
    const document = applyChanges(this.current, changes);
    checkDocument(document);
    this.advance(document, { changes, label: step.label, origin: direction }, () => {
      this.history.mark(direction);
      return this.state.history;
    });
    return step.label;
  }

  /** Calls `listener` after every change. Returns how to stop that. */
  subscribe(listener: StoreListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** For readers: takes over what the writer has done since. True when the document changed. */
  refresh(): boolean {
    const { document, state } = explained(this.path, () => this.load());
    if (state.revision === this.state.revision) return false;
    this.current = document;
    this.state = state;
    for (const listener of this.listeners)
      listener({ document, revision: state.revision, step: null });
    return true;
  }

  /** Frees the project for others. The store cannot be used afterwards. */
  close(): void {
    this.listeners.clear();
    this.database.close();
    this.lock?.release();
  }
}

function makeFolder(path: string): void {
  try {
    // The project's own folder is there: never recursive, which does not return below /proc.
    mkdirSync(path);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return;
    throw explainWriteError(error, path);
  }
}

function connect(path: string, services: StoreServices, readOnly: boolean): Connection {
  const reader = (cause: ReadOnlyReason['cause'], holder: LockHolder | null): Connection => ({
    database: openForReading(path),
    lock: null,
    access: { readOnly: { cause, holder } },
  });
  if (readOnly) return reader('asked', null);
  const outcome = openAsWriter(path, services.opener, services.clock);
  if (outcome === 'not-writable') return reader('not-writable', null);
  if ('holder' in outcome) return reader('locked', outcome.holder);
  return { ...outcome, access: 'writer' };
}

function lockLost(path: string): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'project-lock-lost',
    message: `"${path}" has been taken over by another Parley, so nothing can be written here any more.`,
    hint: 'Close the project and open it again.',
  });
}

function readOnlyError(path: string, { cause, holder }: ReadOnlyReason): AppError {
  const why = {
    asked: 'was opened for reading only',
    'not-writable': 'lies where it may not be written',
    locked: `is open for ${holder?.owner ?? 'somebody else'}`,
  };
  const place =
    holder === null ? '' : ` (${holder.program}, process ${holder.pid} on ${holder.host})`;
  return new AppError({
    category: 'bad-input',
    code: 'project-read-only',
    message: `"${path}" ${why[cause]}${place}, so it cannot be changed here.`,
    hint: cause === 'locked' ? 'Close it there and try again.' : 'Open it for writing.',
  });
}
