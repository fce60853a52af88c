// Finished films of the project, and what differs between two of them.
import { ArrowLeftRight } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { newestFirst } from '../../lib/takes/compare-choice.ts';
import { reviewStore } from '../../lib/takes/review-store.ts';
import { useComparedTakes } from '../../lib/takes/use-compared-takes.ts';
import {
  registerEditTarget,
  activateEditTarget,
  type EditTarget,
} from '../../state/edit-target.ts';
import { projectStore } from '../../state/project-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RemoveTakeDialog } from './remove-take-dialog.tsx';
import { TakeRow } from './take-row.tsx';
import { WhatDiffers } from './what-differs.tsx';
import './takes-column.css';

/** Delete asks before a film is gone: removing a take cannot be undone. */
const TARGET: EditTarget = {
  delete: () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-take]')?.dataset.take;
    const take = projectStore.getState().takes.find((each) => each.id === id);
    if (take !== undefined) reviewStore.setState({ removingId: take.id });
  },
  can: () => document.activeElement?.closest('[data-take]') !== null,
};

export function TakesColumn() {
  const { t } = useTranslation('takes');
  const takes = useStore(projectStore, (state) => state.takes);
  const { left, right } = useComparedTakes();
  const isWhole = useStore(projectStore, ({ chunks }) =>
    takes.every((take) => take.firstFrame === 0 && take.frames >= chunks.frames),
  );
  useEffect(() => registerEditTarget(TARGET), []);

  return (
    <Panel
      title={t('title')}
      detail={takes.length > 0 && (isWhole ? t('wholeFilm') : t('count', { count: takes.length }))}
      tools={<ActionButton action="takes.swap" icon={ArrowLeftRight} isIconOnly />}
      className="takes-column"
    >
      {takes.length === 0 && (
        <EmptyState button={<ActionButton action="takes.renderAll" label={t('renderFirst')} />}>
          {t('empty')}
        </EmptyState>
      )}
      <ul
        aria-label={t('title')}
        onFocus={() => activateEditTarget(TARGET)}
        onPointerDown={() => activateEditTarget(TARGET)}
      >
        {newestFirst(takes).map((take) => (
          <TakeRow
            key={take.id}
            take={take}
            side={take === right ? 'right' : take === left ? 'left' : null}
            isCompared={left !== null}
          />
        ))}
      </ul>
      {left !== null && right !== null && <WhatDiffers left={left} right={right} />}
      <RemoveTakeDialog />
    </Panel>
  );
}
