// Jobs of the project: running, waiting, done.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Job } from '#core/contract/project-types.ts';
import { i18n } from '../../lib/i18n/i18n.ts';
import { appStore } from '../../state/app-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { JobCard } from './job-card.tsx';

const isWaiting = ({ state }: Job): boolean => state === 'queued';

export function RenderQueue() {
  const { t } = useTranslation('queue');
  const jobs = useStore(projectStore, (project) => project.jobs);
  const hasProject = useStore(projectStore, ({ opened }) => opened !== null);
  useNotifications(jobs);
  const running = jobs.filter(({ state }) => state === 'running').length;
  const waiting = jobs.filter(isWaiting).length;
  const detail = [
    running > 0 && t('running', { count: running }),
    waiting > 0 && t('waiting', { count: waiting }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <Panel className="render-queue" title={t('title')} detail={detail}>
      {jobs.length === 0 && (
        <EmptyState
          {...(hasProject
            ? { button: <ActionButton action="takes.renderAll" label={t('render')} showsKey /> }
            : {})}
        >
          {t(hasProject ? 'empty' : 'emptyWithoutProject')}
        </EmptyState>
      )}
      <ol aria-label={t('title')}>
        {jobs.map((job, index) => (
          <JobCard
            key={job.id}
            job={job}
            previous={jobs[index - 1] ?? null}
            next={jobs[index + 1] ?? null}
            afterNext={jobs[index + 2] ?? null}
          />
        ))}
      </ol>
    </Panel>
  );
}

/** A job that ends while nobody looks is told by the system, when the user has allowed it. */
function useNotifications(jobs: readonly Job[]): void {
  const before = useRef<ReadonlyMap<string, Job['state']>>(new Map());
  useEffect(() => {
    const { notifyWhenDone } = appStore.getState().settings;
    for (const { id, state, title } of jobs) {
      const was = before.current.get(id);
      const hasEnded = was === 'running' && (state === 'done' || state === 'failed');
      if (!hasEnded || !notifyWhenDone || document.hasFocus()) continue;
      if (Notification.permission === 'granted') {
        new Notification(title, { body: i18n.t(`queue:ended.${state}`) });
      }
    }
    before.current = new Map(jobs.map(({ id, state }) => [id, state]));
  }, [jobs]);
}
