// Which film, and which part of it.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Take } from '#core/contract/project-types.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { deliverStore, deliveredTake, hasMarks } from '../../lib/deliver/deliver-store.ts';
import { filmExtent } from '../../lib/playback/film-extent.ts';
import { newestFirst } from '../../lib/takes/compare-choice.ts';
import { formatTimecode } from '../../lib/timeline/timecode.ts';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { FieldRow, Fields, Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';

/** The project itself, among the ids of takes. */
const NOW = 'now';

interface FilmFieldsProps {
  /** Frames that would be delivered; null: not known yet. */
  readonly frames: number | null;
}

export function FilmFields({ frames }: FilmFieldsProps) {
  const { t } = useTranslation('deliver');
  const deliver = useStore(deliverStore);
  const takes = useStore(projectStore, (state) => state.takes);
  const hasRange = useStore(viewStore, hasMarks);
  const take = deliveredTake(deliver, takes);
  return (
    <Section>
      <Fields>
        <FieldRow label={t('film')}>
          <Select
            label={t('film')}
            value={take?.id ?? NOW}
            options={[
              { value: NOW, label: t('filmNow') },
              ...newestFirst(takes).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(chosen) =>
              deliverStore.setState({ takeId: takes.find(({ id }) => id === chosen)?.id ?? null })
            }
          />
        </FieldRow>
        <FieldRow label={t('range')}>
          <SegmentedControl
            label={t('range')}
            isWide
            value={deliver.isWholeFilm || !hasRange ? 'all' : 'marked'}
            segments={[
              { value: 'marked', label: t('inToOut'), isDisabled: !hasRange },
              { value: 'all', label: t('all') },
            ]}
            onChange={(value) => deliverStore.setState({ isWholeFilm: value === 'all' })}
          />
        </FieldRow>
        <FilmFacts take={take} frames={frames} />
      </Fields>
      <FilmNote take={take} />
    </Section>
  );
}

interface FilmFactsProps extends FilmFieldsProps {
  readonly take: Take | null;
}

function FilmFacts({ take, frames }: FilmFactsProps) {
  const { t, i18n } = useTranslation('deliver');
  const scene = useStore(projectStore, ({ document }) => document.scene);
  const size = take?.size ?? scene?.size;
  const { rate } = filmExtent();
  const perSecond = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 3 });
  return (
    <>
      {frames !== null && (
        <FieldRow label={t('length')}>
          <span>
            {formatTimecode(frameToTicks(frames, rate), rate)}{' '}
            <span className="text-3">{t('frames', { count: frames })}</span>
          </span>
        </FieldRow>
      )}
      {size !== undefined && (
        <FieldRow label={t('size')}>
          <span>{size.join('×')}</span>
        </FieldRow>
      )}
      {scene !== null && (
        <FieldRow label={t('frameRate')}>
          <span>
            {perSecond.format(rate.num / rate.den)}{' '}
            <span className="text-3">{t('sameAsScene')}</span>
          </span>
        </FieldRow>
      )}
    </>
  );
}

/** What will have to be rendered first, or that a take is older than the project. */
function FilmNote({ take }: { readonly take: Take | null }) {
  const { t } = useTranslation('deliver');
  const isWholeFilm = useStore(deliverStore, (deliver) => deliver.isWholeFilm);
  const inTick = useStore(viewStore, (view) => (isWholeFilm ? null : view.inTick)) ?? 0;
  const outTick = useStore(viewStore, (view) => (isWholeFilm ? null : view.outTick)) ?? Infinity;
  const { rate } = filmExtent();
  const missing = useStore(
    projectStore,
    ({ chunks }) =>
      chunks.chunks.filter(
        ({ state, first, end }) =>
          state !== 'ready' &&
          frameToTicks(first, rate) < outTick &&
          frameToTicks(end, rate) > inTick,
      ).length,
  );
  if (take !== null)
    return take.isCurrent ? null : (
      <p className="deliver-form__note">{t('staleTake', { name: take.name })}</p>
    );
  return missing === 0 ? null : (
    <p className="deliver-form__note">{t('rendersFirst', { count: missing })}</p>
  );
}
