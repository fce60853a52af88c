// The order of rows inside the document: the same rows are always the same document.
import type { ProjectDocument } from './document.ts';
import { rowId, type RowKind, type Rows } from './rows.ts';

export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

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

export function orderOf<K extends RowKind>(kind: K): (a: Rows[K], b: Rows[K]) => number {
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

/** The first index whose row does not come before the searched place. Rows are in order. */
export function lowerBound<T>(rows: readonly T[], comesBefore: (row: T) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comesBefore(rows[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of a row in a list in document order, or -1; found by its order, not by a scan. */
export function indexOfRow<K extends RowKind>(
  kind: K,
  rows: readonly Rows[K][],
  row: Rows[K],
): number {
  const order = orderOf(kind);
  const index = lowerBound(rows, (each) => order(each, row) < 0);
  return index < rows.length && rowId(kind, rows[index]) === rowId(kind, row) ? index : -1;
}
