// The one place where a document becomes the next document.
import { canonicalJson } from '../json/canonical-json.ts';
import type { ProjectDocument } from './document.ts';
import { rowId, type RowChange, type RowKind, type Rows } from './rows.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The order of rows inside the document: the same rows are always the same document. */
const ORDER: { readonly [K in RowKind]: (a: Rows[K], b: Rows[K]) => number } = {
  scene: () => 0,
  media: (a, b) => compareText(a.id, b.id),
  person: (a, b) => a.order - b.order || compareText(a.id, b.id),
  voice: (a, b) => a.order - b.order || compareText(a.id, b.id),
  assignment: (a, b) =>
    compareText(a.voiceId, b.voiceId) || a.startTick - b.startTick || compareText(a.id, b.id),
  scoreKey: (a, b) =>
    compareText(a.personId, b.personId) || a.tick - b.tick || compareText(a.id, b.id),
  poseKey: (a, b) =>
    compareText(a.personId, b.personId) || a.tick - b.tick || compareText(a.id, b.id),
  marker: (a, b) => a.tick - b.tick || compareText(a.id, b.id),
};

function orderOf<K extends RowKind>(kind: K): (a: Rows[K], b: Rows[K]) => number {
  return ORDER[kind];
}

/** All rows of one kind, in document order. */
export function rowsOf<K extends RowKind>(document: ProjectDocument, kind: K): readonly Rows[K][] {
  const lists: { readonly [L in RowKind]: readonly Rows[L][] } = {
    scene: document.scene === null ? [] : [document.scene],
    media: document.media,
    person: document.people,
    voice: document.voices,
    assignment: document.assignments,
    scoreKey: document.scoreKeys,
    poseKey: document.poseKeys,
    marker: document.markers,
  };
  return lists[kind];
}

/** Builds a frozen document from rows in any order. */
export function documentFromRows(rows: {
  readonly [K in RowKind]: readonly Rows[K][];
}): ProjectDocument {
  const sorted = <K extends RowKind>(kind: K): readonly Rows[K][] =>
    Object.freeze((rows[kind] as readonly Rows[K][]).toSorted(orderOf(kind)));
  return Object.freeze({
    scene: rows.scene[0] ?? null,
    media: sorted('media'),
    people: sorted('person'),
    voices: sorted('voice'),
    assignments: sorted('assignment'),
    scoreKeys: sorted('scoreKey'),
    poseKeys: sorted('poseKey'),
    markers: sorted('marker'),
  });
}

/**
 * Applies changes to a document. Throws when a `before` is not what the document holds:
 * then the changes were made for another document, and applying them would destroy work.
 */
export function applyChanges(
  document: ProjectDocument,
  changes: readonly RowChange[],
): ProjectDocument {
  const changed = <K extends RowKind>(kind: K): readonly Rows[K][] => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return rowsOf(document, kind);
    const byId = new Map<string, Rows[RowKind]>();
    for (const row of rowsOf(document, kind)) byId.set(rowId(kind, row), row);
    for (const { id, before, after } of own) {
      if (canonicalJson(byId.get(id) ?? null) !== canonicalJson(before)) {
        throw new Error(`change of ${kind} ${id} was made for another document`);
      }
      if (after === null) byId.delete(id);
      else byId.set(id, after);
    }
    return [...byId.values()] as Rows[K][];
  };
  return documentFromRows({
    scene: changed('scene'),
    media: changed('media'),
    person: changed('person'),
    voice: changed('voice'),
    assignment: changed('assignment'),
    scoreKey: changed('scoreKey'),
    poseKey: changed('poseKey'),
    marker: changed('marker'),
  });
}
