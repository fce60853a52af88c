// What a command writes into: it sees the document with its own edits and records both sides.
import { AppError } from '#core/errors/app-error.ts';
import { rowsOf } from './apply-changes.ts';
import { canonicalJson } from '../json/canonical-json.ts';
import type { Person, ProjectDocument, Scene, Voice } from './document.ts';
import { ROW_KINDS, SCENE_ROW_ID, rowId, type RowChange, type RowKind, type Rows } from './rows.ts';

type RowMap = Map<string, Rows[RowKind]>;

export class DocumentEdit {
  private readonly original: ProjectDocument;
  private readonly edited = new Map<RowKind, RowMap>();
  private readonly touched = new Map<RowKind, Map<string, Rows[RowKind] | null>>();

  constructor(document: ProjectDocument) {
    this.original = document;
  }

  private rows(kind: RowKind): RowMap {
    const known = this.edited.get(kind);
    if (known !== undefined) return known;
    const rows: RowMap = new Map(rowsOf(this.original, kind).map((row) => [rowId(kind, row), row]));
    this.edited.set(kind, rows);
    return rows;
  }

  /** Rows of one kind as edited so far: document order first, then the new ones. */
  all<K extends RowKind>(kind: K): Rows[K][] {
    return [...this.rows(kind).values()] as Rows[K][];
  }

  get<K extends RowKind>(kind: K, id: string): Rows[K] | null {
    return (this.rows(kind).get(id) as Rows[K] | undefined) ?? null;
  }

  /** Remembers the row as it was before the first touch. */
  private touch(kind: RowKind, id: string): void {
    const rows = this.touched.get(kind) ?? new Map<string, Rows[RowKind] | null>();
    if (!rows.has(id)) rows.set(id, this.get(kind, id));
    this.touched.set(kind, rows);
  }

  /** Adds the row, or replaces the one with its id. */
  put<K extends RowKind>(kind: K, row: Rows[K]): void {
    this.touch(kind, rowId(kind, row));
    this.rows(kind).set(rowId(kind, row), row);
  }

  remove(kind: RowKind, id: string): void {
    this.touch(kind, id);
    this.rows(kind).delete(id);
  }

  /** Throws AppError `no-scene`. */
  scene(): Scene {
    const scene = this.get('scene', SCENE_ROW_ID);
    if (scene !== null) return scene;
    throw new AppError({
      category: 'usage',
      code: 'no-scene',
      message: 'The project has no picture yet.',
      hint: 'Create a scene from a picture first.',
    });
  }

  /** Throws AppError `no-such-person`. */
  person(id: string): Person {
    return this.get('person', id) ?? missing('no-such-person', 'person', id);
  }

  /** Throws AppError `no-such-voice`. */
  voice(id: string): Voice {
    return this.get('voice', id) ?? missing('no-such-voice', 'voice', id);
  }

  /** Removes a media row that nothing refers to any more. */
  dropMedia(id: string | null): void {
    if (id === null) return;
    const scene = this.get('scene', SCENE_ROW_ID);
    const used =
      scene?.pictureId === id ||
      scene?.plateId === id ||
      this.all('person').some((person) => person.matteId === id) ||
      this.all('voice').some((voice) => voice.mediaId === id);
    if (!used) this.remove('media', id);
  }

  /** One change per row that differs; kinds in row order, ids in code-unit order. */
  changes(): RowChange[] {
    const changes: RowChange[] = [];
    for (const kind of ROW_KINDS) {
      const touched = this.touched.get(kind);
      for (const id of [...(touched?.keys() ?? [])].sort()) {
        const before = touched?.get(id) ?? null;
        const after = this.get(kind, id);
        if (before === after || canonicalJson(before) === canonicalJson(after)) continue;
        changes.push({ kind, id, before, after } as RowChange);
      }
    }
    return changes;
  }
}

function missing(code: string, what: string, id: string): never {
  throw new AppError({
    category: 'usage',
    code,
    message: `The project has no ${what} "${id}".`,
    hint: 'List what the project holds with "parley inspect".',
  });
}
