// The keys of the selected person as rows. Only rows in sight exist.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useAction } from '../../actions/use-action.ts';
import type { PoseKey, ScoreKey } from '#core/project/document.ts';
import { poseKeysOf } from '#core/pose/pose-track.ts';
import { scoreKeysOf } from '#core/project/score-curve.ts';
import { filmExtent } from '../../lib/playback/film-extent.ts';
import { keyPersonId } from '../../lib/timeline/key-operations.ts';
import { selectKeys } from '../../lib/timeline/key-selection.ts';
import { formatShortTimecode } from '../../lib/timeline/timecode.ts';
import { TIMELINE_EDITS } from '../../lib/timeline/timeline-edits.ts';
import { activateEditTarget } from '../../state/edit-target.ts';
import { thePlayer } from '../../state/playback-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import './keys-list.css';

type Row =
  | { readonly kind: 'score'; readonly key: ScoreKey }
  | { readonly kind: 'pose'; readonly key: PoseKey };

const ROW_PX = 24;

export function KeysList() {
  const { t } = useTranslation('keys');
  useStore(viewStore, (view) => view.selectedPersonId);
  const document = useStore(projectStore, (project) => project.shown);
  const personId = keyPersonId();
  const person = document.people.find(({ id }) => id === personId);
  const rows: readonly Row[] =
    person === undefined
      ? []
      : [
          ...scoreKeysOf(document, person.id).map((key): Row => ({ kind: 'score', key })),
          ...poseKeysOf(document, person.id).map((key): Row => ({ kind: 'pose', key })),
        ].sort((a, b) => a.key.tick - b.key.tick);
  return (
    <Panel
      className="keys-list"
      title={t('title')}
      detail={person && t('detail', { name: person.name, count: rows.length })}
      isScrolling={false}
      tools={
        <>
          <ActionButton action="keys.previous" icon={ChevronLeft} isIconOnly />
          <ActionButton action="keys.next" icon={ChevronRight} isIconOnly />
        </>
      }
    >
      {rows.length === 0 ? <NoKeys /> : <Rows rows={rows} />}
    </Panel>
  );
}

function NoKeys() {
  const { t } = useTranslation('keys');
  const { key } = useAction('keys.add');
  return (
    <EmptyState>
      {t('none')} {key !== null && t('addByKey', { key })}
    </EmptyState>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('keys');
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ topPx: 0, heightPx: 400 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const follow = (): void =>
      setScroll({ topPx: element.scrollTop, heightPx: element.clientHeight });
    follow();
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, []);
  const first = Math.max(0, Math.floor(scroll.topPx / ROW_PX) - 4);
  const end = Math.min(rows.length, Math.ceil((scroll.topPx + scroll.heightPx) / ROW_PX) + 4);
  return (
    <div
      ref={box}
      className="keys-list__scroll"
      tabIndex={0}
      role="listbox"
      aria-multiselectable
      aria-label={t('title')}
      onFocus={() => activateEditTarget(TIMELINE_EDITS)}
    >
      <div style={{ height: rows.length * ROW_PX }}>
        <div style={{ transform: `translateY(${first * ROW_PX}px)` }}>
          {rows.slice(first, end).map((row) => (
            <KeyRow key={row.key.id} row={row} />
          ))}
        </div>
      </div>
    </div>
  );
}

function KeyRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation('keys');
  const isSelected = useStore(selectionStore, ({ scoreKeyIds, poseKeyIds }) =>
    row.kind === 'score' ? scoreKeyIds.has(row.key.id) : poseKeyIds.has(row.key.id),
  );
  const { rate } = filmExtent();
  const choose = (event: MouseEvent): void => {
    const { scoreKeyIds, poseKeyIds } = selectionStore.getState();
    const scores = new Set(event.shiftKey ? scoreKeyIds : []);
    const poses = new Set(event.shiftKey ? poseKeyIds : []);
    if (row.kind === 'score') scores.add(row.key.id);
    else poses.add(row.key.id);
    selectKeys(scores, poses);
    thePlayer().seek(row.key.tick);
  };
  return (
    <div
      className="keys-list__row"
      role="option"
      aria-selected={isSelected}
      style={{ height: ROW_PX }}
      onClick={choose}
    >
      <span>{formatShortTimecode(row.key.tick, rate)}</span>
      <span className="keys-list__kind">{t(row.kind === 'score' ? 'speaking' : 'pose')}</span>
      <span className="keys-list__value">
        {row.kind === 'score'
          ? row.key.value === null
            ? t('release')
            : row.key.value.toFixed(2)
          : Object.keys(row.key.values).join(', ')}
      </span>
    </div>
  );
}
