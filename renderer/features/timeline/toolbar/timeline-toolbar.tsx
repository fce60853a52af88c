// Tools left, what they did to the curves in the middle, zoom right.
import { ArrowLeftRight, Magnet, Maximize2, MousePointer2, Pencil, Scissors } from 'lucide-react';
import { ArrowUpDown, Diamond, FlipVertical2, UserRoundX, WandSparkles, Waves } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { ticksToFrame } from '#core/time/ticks.ts';
import { filmExtent } from '../../../lib/playback/film-extent.ts';
import { projectStore } from '../../../state/project-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ZoomSlider } from './zoom-slider.tsx';
import './timeline-toolbar.css';

export function TimelineToolbar() {
  const { t } = useTranslation('timeline');
  const page = useStore(viewStore, (view) => view.page);
  return (
    <div className="timeline-toolbar" role="toolbar" aria-label={t('toolbar')}>
      <ActionButton action="timeline.select" icon={MousePointer2} isIconOnly />
      <ActionButton action="timeline.split" icon={Scissors} isIconOnly />
      <ActionButton action="timeline.pencil" icon={Pencil} isIconOnly />
      <span className="timeline-toolbar__line" />
      {page === 'assign' && (
        <>
          <ActionButton action="people.findWhoSpeaks" icon={WandSparkles} variant="quiet" />
          <ActionButton action="people.silent" icon={UserRoundX} variant="quiet" showsKey />
        </>
      )}
      {page === 'animate' && (
        <>
          <ActionButton action="keys.add" icon={Diamond} variant="quiet" label={t('tool.key')} />
          <ActionButton
            action="keys.raise"
            icon={ArrowUpDown}
            variant="quiet"
            label={t('tool.raise')}
          />
          <ActionButton
            action="keys.smooth"
            icon={Waves}
            variant="quiet"
            label={t('tool.smooth')}
          />
          <ActionButton
            action="keys.mirror"
            icon={FlipVertical2}
            variant="quiet"
            label={t('tool.mirror')}
          />
          <ActionButton
            action="keys.shiftLater"
            icon={ArrowLeftRight}
            variant="quiet"
            label={t('tool.shift')}
          />
        </>
      )}
      {page === 'deliver' && (
        <>
          <ActionButton action="range.setIn" variant="quiet" label={t('tool.in')} showsKey />
          <ActionButton action="range.setOut" variant="quiet" label={t('tool.out')} showsKey />
          <ActionButton action="range.clear" variant="quiet" label={t('tool.clear')} />
          <RangeLength />
        </>
      )}
      <span className="grow" />
      {page === 'animate' && <Legend />}
      <Length />
      <ActionButton action="timeline.snap" icon={Magnet} isIconOnly />
      <ActionButton action="timeline.fit" icon={Maximize2} isIconOnly />
      <ZoomSlider />
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('timeline');
  return (
    <span className="timeline-toolbar__legend">
      <i className="timeline-toolbar__thin" />
      {t('legend.analysed')}
      <i className="timeline-toolbar__thick" />
      {t('legend.edited')}
    </span>
  );
}

/** Frames between in and out; the whole film where one is missing. */
function RangeLength() {
  const { t } = useTranslation('timeline');
  const { inTick, outTick } = useStore(
    viewStore,
    useShallow((view) => ({ inTick: view.inTick, outTick: view.outTick })),
  );
  const { frames, rate } = useStore(
    projectStore,
    useShallow(() => filmExtent()),
  );
  if (inTick === null && outTick === null) return null;
  const first = inTick === null ? 0 : ticksToFrame(inTick, rate);
  const end = outTick === null ? frames : Math.min(frames, ticksToFrame(outTick, rate));
  return (
    <span className="timeline-toolbar__length">
      {t('rangeLength', { count: Math.max(0, end - first) })}
    </span>
  );
}

function Length() {
  const { t } = useTranslation('timeline');
  const frames = useStore(projectStore, ({ shown }) => {
    const extent = filmExtent();
    return shown.voices.length === 0 ? 0 : extent.frames;
  });
  const { rate } = filmExtent();
  if (frames === 0) return null;
  const perSecond = Math.round(rate.num / rate.den);
  return (
    <span className="timeline-toolbar__length">
      {t('length', { seconds: Math.floor(frames / perSecond), frames: frames % perSecond })}
    </span>
  );
}
