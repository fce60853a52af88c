// What a command writes into: it sees the document with its own edits and records both sides.
import { AppError } from '#core/errors/app-error.ts';
import { canonicalJson } from '../json/canonical-json.ts';
import type { Assignment, Person, ProjectDocument, Scene, Voice } from './document.ts';
import { compareText, lowerBound, rowsOf } from './row-order.ts';
import { ROW_KINDS, SCENE_ROW_ID, rowId, type RowChange, type RowKind, type Rows } from './rows.ts';

/** Rows that stand on a person's own timeline, at most one per tick. */
export type KeyKind = 'scoreKey' | 'poseKey';

interface Touch {
  /** The row of the document, null when it is new. */
  readonly before: Rows[RowKind] | null;
  readonly after: Rows[RowKind] | null;
}

export class DocumentEdit {
  private readonly original: ProjectDocument;
  private readonly touched = new Map<RowKind, Map<string, Touch>>(
    ROW_KINDS.map((kind) => [kind, new Map<string, Touch>()]),
  );

  constructor(document: ProjectDocument) {
    this.original = document;
  }

  private touches(kind: RowKind): Map<string, Touch> {
    return this.touched.get(kind) ?? new Map<string, Touch>();
  }

  /** Rows of one kind as edited so far: document order first, then the new ones. */
  all<K extends RowKind>(kind: K): Rows[K][] {
    const touches = this.touches(kind);
    const rows: Rows[K][] = [];
    for (const row of rowsOf(this.original, kind)) {
      const touch = touches.get(rowId(kind, row));
      if (touch === undefined) rows.push(row);
      else if (touch.after !== null) rows.push(touch.after as Rows[K]);
    }
    for (const { before, after } of touches.values()) {
      if (before === null && after !== null) rows.push(after as Rows[K]);
    }
    return rows;
  }

  get<K extends RowKind>(kind: K, id: string): Rows[K] | null {
    const touch = this.touches(kind).get(id);
    if (touch !== undefined) return touch.after as Rows[K] | null;
    return rowsOf(this.original, kind).find((row) => rowId(kind, row) === id) ?? null;
  }

  /** The key that the document before this edit holds at a tick; found without reading all keys. */
  originalKeyAt<K extends KeyKind>(kind: K, personId: string, tick: number): Rows[K] | null {
    const rows = rowsOf(this.original, kind);
    const index = lowerBound<Rows[KeyKind]>(
      rows,
      (row) => (compareText(row.personId, personId) || row.tick - tick) < 0,
    );
    const row = rows[index] as Rows[K] | undefined;
    return row?.personId === personId && row.tick === tick ? row : null;
  }

  /**
   * Puts `after` in the place of `before`, both with the same id; `before` is what `get` would say.
   * For callers that hold the row already: among a hundred thousand keys `get` is slow.
   */
  swap<K extends RowKind>(kind: K, before: Rows[K] | null, after: Rows[K] | null): void {
    const row = before ?? after;
    if (row === null) return;
    const id = rowId(kind, row);
    const touches = this.touches(kind);
    const first = touches.get(id);
    touches.set(id, { before: first === undefined ? before : first.before, after });
  }

  /** Adds the row, or replaces the one with its id. */
  put<K extends RowKind>(kind: K, row: Rows[K]): void {
    this.swap(kind, this.get(kind, rowId(kind, row)), row);
  }

  remove(kind: RowKind, id: string): void {
    this.swap(kind, this.get(kind, id), null);
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

  /** Throws AppError `no-such-assignment`. */
  assignment(id: string): Assignment {
    return this.get('assignment', id) ?? missing('no-such-assignment', 'assignment', id);
  }

  /** Removes a media row that nothing refers to any more. */
  dropMedia(id: string | null): void {
    if (id === null) return;
    const scene = this.get('scene', SCENE_ROW_ID);
    const used =
      scene?.pictureId === id ||
      scene?.plateId === id ||
      this.all('person').some((person) => person.matteId === id || person.portraitId === id) ||
      this.all('voice').some((voice) => voice.mediaId === id);
    if (!used) this.remove('media', id);
  }

  /** One change per row that differs; kinds in row order, ids in code-unit order. */
  changes(): RowChange[] {
    const changes: RowChange[] = [];
    for (const [kind, touches] of this.touched) {
      for (const id of [...touches.keys()].sort()) {
        const { before = null, after = null } = touches.get(id) ?? {};
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
