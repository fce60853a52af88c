// The one place where a document becomes the next document.
import { canonicalJson } from '../json/canonical-json.ts';
import type { ProjectDocument } from './document.ts';
import { indexOfRow, lowerBound, orderOf, rowsOf } from './row-order.ts';
import { ROW_KINDS, rowId, type RowChange, type RowKind, type Rows } from './rows.ts';

type RowLists = { readonly [K in RowKind]: readonly Rows[K][] };

function documentOf(lists: RowLists): ProjectDocument {
  return Object.freeze({
    scene: lists.scene[0] ?? null,
    media: lists.media,
    people: lists.person,
    voices: lists.voice,
    assignments: lists.assignment,
    scoreKeys: lists.scoreKey,
    poseKeys: lists.poseKey,
    markers: lists.marker,
  });
}

const listsOf = (list: <K extends RowKind>(kind: K) => readonly Rows[K][]): RowLists => ({
  scene: list('scene'),
  media: list('media'),
  person: list('person'),
  voice: list('voice'),
  assignment: list('assignment'),
  scoreKey: list('scoreKey'),
  poseKey: list('poseKey'),
  marker: list('marker'),
});

/** Builds a frozen document from rows in any order. */
export function documentFromRows(rows: RowLists): ProjectDocument {
  return documentOf(
    listsOf(<K extends RowKind>(kind: K) =>
      Object.freeze((rows[kind] as readonly Rows[K][]).toSorted(orderOf(kind))),
    ),
  );
}

function refuse(kind: RowKind, id: string): never {
  throw new Error(`change of ${kind} ${id} was made for another document`);
}

/** Where the rows stand that the changes replace; each is looked up by its order. */
function indexesOf<K extends RowKind>(
  kind: K,
  rows: readonly Rows[K][],
  changes: readonly RowChange[],
): Set<number> {
  const indexes = new Set<number>();
  const fresh = new Set<string>();
  for (const { id, before } of changes) {
    if (before === null) {
      fresh.add(id);
      continue;
    }
    const index = indexOfRow(kind, rows, before as Rows[K]);
    const same = index >= 0 && rows[index] === before;
    if (index < 0 || (!same && canonicalJson(rows[index]) !== canonicalJson(before))) {
      refuse(kind, id);
    }
    indexes.add(index);
  }
  if (fresh.size > 0) {
    for (const row of rows) if (fresh.has(rowId(kind, row))) refuse(kind, rowId(kind, row));
  }
  return indexes;
}

/** The list without the replaced rows and with the new ones; both lists are in order. */
function mergeRows<K extends RowKind>(
  kind: K,
  rows: readonly Rows[K][],
  gone: ReadonlySet<number>,
  added: readonly Rows[K][],
): readonly Rows[K][] {
  const order = orderOf(kind);
  const places = added.map((row) => lowerBound(rows, (each) => order(each, row) < 0));
  // Filled by index: pushing makes a large array grow, and moving it costs more than the merge.
  const merged = new Array<Rows[K]>(rows.length - gone.size + added.length);
  let next = 0;
  let end = 0;
  for (let index = 0; index < rows.length; index++) {
    while (places[next] === index) merged[end++] = added[next++];
    if (!gone.has(index)) merged[end++] = rows[index];
  }
  while (next < added.length) merged[end++] = added[next++];
  return Object.freeze(merged);
}

/**
 * Applies changes to a document; lists without a change are shared with the old document.
 * Throws when a `before` is not what the document holds: then the changes were made for another
 * document, and applying them would destroy work.
 */
export function applyChanges(
  document: ProjectDocument,
  changes: readonly RowChange[],
): ProjectDocument {
  const byKind = new Map<RowKind, RowChange[]>(ROW_KINDS.map((kind) => [kind, []]));
  for (const change of changes) byKind.get(change.kind)?.push(change);
  return documentOf(
    listsOf(<K extends RowKind>(kind: K) => {
      const rows = rowsOf(document, kind);
      const own = byKind.get(kind) ?? [];
      if (own.length === 0) return rows;
      const gone = indexesOf(kind, rows, own);
      const added = own.flatMap(({ after }) => (after === null ? [] : [after as Rows[K]]));
      return mergeRows(kind, rows, gone, added.sort(orderOf(kind)));
    }),
  );
}
