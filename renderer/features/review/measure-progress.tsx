// How far the measurement of a take is.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { theHost } from '../../host/the-host.ts';
import { durationText } from '../../lib/amounts/amounts.ts';
import { useStageName } from '../../lib/amounts/use-stage-name.ts';
import { measuringActivity } from '../../lib/takes/measure-take.ts';
import { appStore } from '../../state/app-store.ts';
import { reportError } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

export function MeasureProgress() {
  const { t, i18n } = useTranslation('review');
  const stageName = useStageName();
  const session = useStore(projectStore, ({ opened }) => opened?.session ?? null);
  const activity = useStore(appStore, ({ activities }) => measuringActivity(activities, session));
  const share = activity === null || activity.total === 0 ? null : activity.done / activity.total;
  const left = activity?.secondsLeft ?? null;
  return (
    <div className="measure-progress">
      <div className="measure-progress__line">
        <span>{activity === null ? t('quality.measuring') : stageName(activity.stage)}</span>
        <span className="grow" />
        {left !== null && (
          <span className="text-2">
            {t('quality.left', { time: durationText(left, i18n.language) })}
          </span>
        )}
        {activity !== null && (
          <IconButton
            icon={X}
            label={t('quality.cancel')}
            onPress={() => {
              theHost().call('activity.cancel', { id: activity.id }).catch(reportError);
            }}
          />
        )}
      </div>
      <ProgressBar label={t('quality.measuring')} share={share} />
    </div>
  );
}
