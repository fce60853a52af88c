// One job: what it is, how far, how long still, and what can be done with it.
import {
  CircleAlert,
  CircleCheck,
  CirclePause,
  Clock,
  LoaderCircle,
  Pause,
  Play,
  RotateCcw,
  ScrollText,
  X,
} from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job, JobState } from '#core/contract/project-types.ts';
import { durationRangeText } from '../../lib/amounts/amounts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon, type IconShape } from '../../ui/icon.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { askJob, moveJob } from './ask-job.ts';
import { showTake } from './show-take.ts';
import './job-card.css';

const ICONS: Readonly<Record<JobState, IconShape>> = {
  queued: Clock,
  running: LoaderCircle,
  paused: CirclePause,
  interrupted: RotateCcw,
  failed: CircleAlert,
  done: CircleCheck,
};

interface JobCardProps {
  readonly job: Job;
  readonly previous: Job | null;
  readonly next: Job | null;
  readonly afterNext: Job | null;
}

export function JobCard({ job, previous, next, afterNext }: JobCardProps) {
  const { t } = useTranslation('queue');
  const [showsLog, setShowsLog] = useState(false);
  const { state, title, framesDone, framesTotal, error } = job;
  const share = framesTotal === 0 ? null : framesDone / framesTotal;
  const hasBar = state === 'running' || state === 'paused' || state === 'interrupted';
  /** Waiting jobs change places with Alt and the arrows. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || state !== 'queued') return;
    if (event.key === 'ArrowUp' && previous?.state === 'queued') moveJob(job, previous);
    else if (event.key === 'ArrowDown' && next?.state === 'queued') moveJob(job, afterNext);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li className={`job-card job-card--${state}`} data-job={job.id} onKeyDown={onKeyDown}>
      <div className="job-card__head">
        <Icon shape={ICONS[state]} />
        <b className="grow ellipsis">{title}</b>
        {hasBar && share !== null && (
          <span className="job-card__percent">
            {t('percent', { percent: Math.floor(share * 100) })}
          </span>
        )}
        {state === 'queued' && <Badge>{t('state.queued')}</Badge>}
        {state === 'done' && job.endedAt !== null && (
          <span className="job-card__percent">{timeOf(job.endedAt)}</span>
        )}
      </div>
      <Detail job={job} />
      {hasBar && <ProgressBar label={title} share={share} />}
      {error !== null && error.hint !== null && <p className="job-card__detail">{error.hint}</p>}
      <div className="job-card__foot">
        <Left job={job} />
        <span className="grow" />
        <Tools job={job} onLog={() => setShowsLog(!showsLog)} />
      </div>
      {showsLog && (
        <pre className="job-card__log" tabIndex={0} aria-label={t('log')}>
          {job.log.join('\n')}
        </pre>
      )}
    </li>
  );
}

function Detail({ job }: { readonly job: Job }) {
  const { t } = useTranslation('queue');
  const { state, chunk, stage, error, framesTotal, output } = job;
  const text =
    state === 'failed'
      ? (error?.message ?? '')
      : state === 'interrupted'
        ? t('interrupted', { count: (chunk?.number ?? 1) - 1 })
        : state === 'paused'
          ? t('paused', { done: (chunk?.number ?? 1) - 1, total: chunk?.total ?? 0 })
          : state === 'done'
            ? (output?.displayPath ?? t('frames', { count: framesTotal }))
            : chunk === null
              ? (stage ?? t('frames', { count: framesTotal }))
              : t('chunk', { number: chunk.number, total: chunk.total });
  return <p className="job-card__detail ellipsis">{text}</p>;
}

function Left({ job }: { readonly job: Job }) {
  const { t, i18n } = useTranslation('queue');
  const { state, secondsLeft, framesPerSecond } = job;
  if (state !== 'running' || secondsLeft === null) return null;
  return (
    <span>
      <b>
        {t('left', {
          time: durationRangeText(secondsLeft, i18n.language, (low, high) =>
            t('range', { low, high }),
          ),
        })}
      </b>{' '}
      {framesPerSecond !== null && (
        <span className="job-card__detail">
          {t('speed', { speed: framesPerSecond.toFixed(1) })}
        </span>
      )}
    </span>
  );
}

function Tools({ job, onLog }: { readonly job: Job; readonly onLog: () => void }) {
  const { t } = useTranslation('queue');
  const ask = (what: Parameters<typeof askJob>[0]) => () => askJob(what, job);
  const { state, takeId } = job;
  switch (state) {
    case 'running':
      return (
        <>
          <IconButton icon={Pause} label={t('pause')} onPress={ask('pause')} />
          <IconButton icon={X} label={t('cancel')} onPress={ask('cancel')} />
        </>
      );
    case 'queued':
      return <IconButton icon={X} label={t('remove')} onPress={ask('remove')} />;
    case 'paused':
      return (
        <>
          <Button onPress={ask('resume')}>
            <Icon shape={Play} />
            {t('resume')}
          </Button>
          <IconButton icon={X} label={t('remove')} onPress={ask('remove')} />
        </>
      );
    case 'interrupted':
      return (
        <>
          <Button variant="primary" onPress={ask('resume')}>
            {t('continue')}
          </Button>
          <IconButton icon={X} label={t('remove')} onPress={ask('remove')} />
        </>
      );
    case 'failed':
      return (
        <>
          <Button variant="quiet" onPress={onLog}>
            {t('log')}
          </Button>
          <Button onPress={ask('retry')}>{t('retry')}</Button>
          <IconButton icon={X} label={t('remove')} onPress={ask('remove')} />
        </>
      );
    case 'done':
      return (
        <>
          {takeId !== null && (
            <Button onPress={() => showTake(takeId)}>
              <Icon shape={Play} />
              {t('watch')}
            </Button>
          )}
          <IconButton icon={ScrollText} label={t('log')} onPress={onLog} />
          <IconButton icon={X} label={t('remove')} onPress={ask('remove')} />
        </>
      );
  }
}

function timeOf(iso: string): string {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
