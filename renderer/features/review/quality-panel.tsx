// What was measured in the film of a take, and what of it is worth a look.
import { Gauge } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Take, TakeQuality } from '#core/contract/project-types.ts';
import { measuringStore } from '../../lib/takes/measure-take.ts';
import { flagsOf, isOnlySpeakerMoving } from '../../lib/takes/quality-flags.ts';
import { seamsOf } from '../../lib/takes/seams.ts';
import { useComparedTakes } from '../../lib/takes/use-compared-takes.ts';
import { projectStore } from '../../state/project-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FlagRow, GoodRow } from './flag-row.tsx';
import { MeasureProgress } from './measure-progress.tsx';
import { PeopleFigures } from './people-figures.tsx';
import './quality-panel.css';

export function QualityPanel() {
  const { t } = useTranslation('review');
  const { right: take } = useComparedTakes();
  const isMeasuring = useStore(
    measuringStore,
    ({ takeIds }) => take !== null && takeIds.has(take.id),
  );
  if (take === null)
    return (
      <Panel title={t('quality.title')}>
        <EmptyState>{t('quality.noTake')}</EmptyState>
      </Panel>
    );
  const { quality } = take;
  return (
    <Panel
      title={t('quality.of', { name: take.name })}
      tools={
        <>
          {quality !== null && !isMeasuring && <FlagCount take={take} />}
          <ActionButton action="takes.measure" icon={Gauge} isIconOnly />
        </>
      }
      className="quality-panel"
    >
      {isMeasuring && <MeasureProgress />}
      {quality === null && !isMeasuring && (
        <EmptyState button={<ActionButton action="takes.measure" icon={Gauge} />}>
          {t('quality.notMeasured')}
        </EmptyState>
      )}
      {quality !== null && <Measured take={take} quality={quality} />}
    </Panel>
  );
}

function useFlags(take: Take): ReturnType<typeof flagsOf> {
  const chunks = useStore(projectStore, (state) => state.chunks.chunks);
  return useMemo(() => flagsOf(take, seamsOf(take, chunks)), [take, chunks]);
}

function FlagCount({ take }: { readonly take: Take }) {
  const { t } = useTranslation('review');
  const count = useFlags(take).length;
  return count === 0 ? (
    <Badge tone="ok">{t('quality.good')}</Badge>
  ) : (
    <Badge tone="warn">{t('quality.toCheck', { count })}</Badge>
  );
}

function Measured({ take, quality }: { readonly take: Take; readonly quality: TakeQuality }) {
  const { t } = useTranslation('review');
  const flags = useFlags(take);
  const hasSeams = quality.seams.length > 0;
  const hasGoodSeams = hasSeams && flags.every(({ kind }) => kind !== 'seam');
  return (
    <>
      <PeopleFigures people={quality.people} />
      <ul aria-label={t('quality.flags')}>
        {flags.map((flag) => (
          <FlagRow key={flag.id} flag={flag} take={take} />
        ))}
        {isOnlySpeakerMoving(quality) && (
          <GoodRow title={t('quality.onlySpeakers')} detail={t('quality.onlySpeakersDetail')} />
        )}
        {hasGoodSeams && (
          <GoodRow
            title={t('quality.seamsGood', { count: quality.seams.length })}
            detail={t('quality.seamsGoodDetail')}
          />
        )}
      </ul>
      <p className="quality-panel__extent">
        {t('quality.extent', { measured: quality.measuredFrames, frames: take.frames })}
      </p>
    </>
  );
}
