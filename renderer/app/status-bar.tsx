// What pointer and keys would do left, what is going on and what an edit costs right.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Activity } from '#core/contract/project-types.ts';
import { theHost } from '../host/the-host.ts';
import { durationRangeText, durationText } from '../lib/amounts/amounts.ts';
import { useStageName } from '../lib/amounts/use-stage-name.ts';
import { timelineStore } from '../lib/timeline/timeline-store.ts';
import { appStore } from '../state/app-store.ts';
import { reportError } from '../state/edit.ts';
import { playbackStore } from '../state/playback-store.ts';
import { projectStore } from '../state/project-store.ts';
import { selectionStore } from '../state/selection-store.ts';
import { viewStore } from '../state/view-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { PageHints } from './page-hints.tsx';
import './status-bar.css';

export function StatusBar() {
  const { t } = useTranslation('shell');
  const hasProject = useStore(projectStore, (project) => project.opened !== null);
  return (
    <footer className="status-bar" aria-label={t('regions.status')}>
      <span className="status-bar__hints">
        <Hints />
      </span>
      <Work />
      {hasProject && (
        <>
          <Cost />
          <Playing />
        </>
      )}
    </footer>
  );
}

function Hints() {
  const hints = useStore(appStore, (app) => app.hints);
  if (hints.length === 0) return <PageHints />;
  return (
    <>
      {hints.map(([key, meaning]) => (
        <span key={`${key} ${meaning}`}>
          <b>{key}</b> {meaning}
        </span>
      ))}
    </>
  );
}

/** Uploads and activities of the host. */
function Work() {
  const { t } = useTranslation('shell');
  const uploads = useStore(appStore, (app) => app.uploads);
  const activities = useStore(appStore, (app) => app.activities);
  return (
    <span className="status-bar__going" role="status">
      {uploads.map(({ id, name, share }) => (
        <span key={id}>{t('status.uploading', { name, percent: Math.round(share * 100) })}</span>
      ))}
      {activities.map((activity) => (
        <Going key={activity.id} activity={activity} />
      ))}
    </span>
  );
}

/** How far an activity is, and a way to stop it. */
function Going({ activity }: { activity: Activity }) {
  const { id, done, total, secondsLeft } = activity;
  const { t, i18n } = useTranslation('shell');
  const stage = useStageName()(activity.stage);
  const percent = Math.round((100 * done) / Math.max(1, total));
  return (
    <span className="status-bar__activity">
      {secondsLeft === null
        ? t('status.activity', { stage, percent })
        : t('status.activityLeft', {
            stage,
            percent,
            time: durationText(secondsLeft, i18n.language),
          })}
      <IconButton
        icon={X}
        label={t('status.cancelActivity', { stage })}
        onPress={() => void theHost().call('activity.cancel', { id }).catch(reportError)}
      />
    </span>
  );
}

/** What the gesture of the moment would have to be rendered anew. */
function Cost() {
  const { t, i18n } = useTranslation('shell');
  const impact = useStore(timelineStore, (timeline) => timeline.impact);
  const stale = impact?.staleChunks ?? [];
  if (impact === null || stale.length === 0) return null;
  const { seconds } = impact;
  const numbers = { first: Math.min(...stale) + 1, last: Math.max(...stale) + 1 };
  const cost = t('status.cost', { count: stale.length, ...numbers });
  const range = (low: string, high: string): string => t('status.range', { low, high });
  return (
    <span className="status-bar__cost">
      {seconds === null
        ? cost
        : t('status.costTime', { cost, time: durationRangeText(seconds, i18n.language, range) })}
    </span>
  );
}

/** How many of the keys are selected; nothing while none is. */
function SelectedKeys() {
  const { t } = useTranslation('shell');
  const selected = useStore(
    selectionStore,
    ({ scoreKeyIds, poseKeyIds }) => scoreKeyIds.size + poseKeyIds.size,
  );
  const count = useStore(
    projectStore,
    ({ shown }) => shown.scoreKeys.length + shown.poseKeys.length,
  );
  if (selected === 0) return null;
  return <span className="status-bar__number">{t('status.keys', { selected, count })}</span>;
}

function Playing() {
  const { t } = useTranslation('shell');
  const isSnapping = useStore(viewStore, (view) => view.isSnapping);
  const dropped = useStore(playbackStore, (playback) => playback.droppedFrames);
  return (
    <>
      <span>{t(isSnapping ? 'status.snapOn' : 'status.snapOff')}</span>
      <SelectedKeys />
      <span className="status-bar__number">{t('status.dropped', { count: dropped })}</span>
    </>
  );
}
