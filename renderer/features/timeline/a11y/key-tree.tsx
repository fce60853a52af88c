// The timeline for those who cannot see or point at a canvas: a tree of people, their voices and keys,
// off screen, with one stop. Only the rows around the focused one exist, however many keys there are.
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { PoseKey, ProjectDocument, ScoreKey } from '#core/project/document.ts';
import { filmExtent } from '../../../lib/playback/film-extent.ts';
import { formatShortTimecode } from '../../../lib/timeline/timecode.ts';
import { selectKeys } from '../../../lib/timeline/key-selection.ts';
import { TIMELINE_EDITS } from '../../../lib/timeline/timeline-edits.ts';
import { activateEditTarget } from '../../../state/edit-target.ts';
import { thePlayer } from '../../../state/playback-store.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectPerson } from '../../../lib/people/select-person.ts';
import './key-tree.css';

type Row =
  | { readonly kind: 'person'; readonly name: string; readonly personIndex: number }
  | { readonly kind: 'score'; readonly key: ScoreKey; readonly name: string }
  | { readonly kind: 'pose'; readonly key: PoseKey; readonly name: string };

const rowsOfDocument = new WeakMap<ProjectDocument, readonly Row[]>();

function rowsOf(document: ProjectDocument): readonly Row[] {
  const known = rowsOfDocument.get(document);
  if (known !== undefined) return known;
  const rows = document.people.flatMap(({ id, name }, personIndex): Row[] => [
    { kind: 'person', name, personIndex },
    ...document.scoreKeys
      .filter((key) => key.personId === id && key.value !== null)
      .map((key): Row => ({ kind: 'score', key, name })),
    ...document.poseKeys
      .filter((key) => key.personId === id)
      .map((key): Row => ({ kind: 'pose', key, name })),
  ]);
  rowsOfDocument.set(document, rows);
  return rows;
}

const AROUND = 2;

export function KeyTree({ label }: { readonly label: string }) {
  const { t } = useTranslation('timeline');
  const document = useStore(projectStore, (project) => project.shown);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const rows = rowsOf(document);
  const index = Math.min(at, Math.max(0, rows.length - 1));
  const textOf = (row: Row): string => {
    if (row.kind === 'person') return row.name;
    const time = formatShortTimecode(row.key.tick, filmExtent().rate);
    return row.kind === 'score'
      ? t('announce.scoreKey', { name: row.name, time, value: (row.key.value ?? 0).toFixed(2) })
      : t('announce.poseKey', { name: row.name, time });
  };
  const goTo = (next: number): void => {
    const inside = Math.max(0, Math.min(rows.length - 1, next));
    setAt(inside);
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[index];
    if (event.key === 'ArrowDown') goTo(index + 1);
    else if (event.key === 'ArrowUp') goTo(index - 1);
    else if (event.key === 'Enter') choose(document, row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const first = Math.max(0, index - AROUND);
  return (
    <div
      ref={box}
      className="key-tree"
      role="treegrid"
      aria-label={label}
      aria-rowcount={rows.length}
      aria-activedescendant={`key-tree-${index}`}
      tabIndex={0}
      onFocus={() => activateEditTarget(TIMELINE_EDITS)}
      onKeyDown={onKeyDown}
    >
      {rows.slice(first, index + AROUND + 1).map((row, offset) => (
        <div
          key={row.kind === 'person' ? row.name : row.key.id}
          id={`key-tree-${first + offset}`}
          role="row"
          aria-level={row.kind === 'person' ? 1 : 2}
          aria-rowindex={first + offset + 1}
          aria-selected={first + offset === index}
        >
          <span role="gridcell">{textOf(row)}</span>
        </div>
      ))}
    </div>
  );
}

/** The key is selected and the playhead goes there; arrows with Alt then change it. */
function choose(document: ProjectDocument, row: Row | undefined): void {
  if (row === undefined) return;
  if (row.kind === 'person') {
    selectPerson(document.people[row.personIndex].id);
    return;
  }
  selectPerson(row.key.personId);
  if (row.kind === 'score') selectKeys(new Set([row.key.id]), new Set());
  else selectKeys(new Set(), new Set([row.key.id]));
  thePlayer().seek(row.key.tick);
}
