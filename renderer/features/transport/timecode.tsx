// Where the playhead is, and how long the film is. Written past React: it changes with every frame.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DRAFT_FRAME_RATE, frameToTicks } from '#core/time/ticks.ts';
import { countFilmFrames } from '#core/render/film-length.ts';
import { formatTimecode } from '../../lib/timeline/timecode.ts';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';

export function Timecode() {
  const { t } = useTranslation('transport');
  const element = useRef<HTMLSpanElement>(null);
  const rate = useStore(projectStore, ({ shown }) => shown.scene?.frameRate ?? DRAFT_FRAME_RATE);
  const frames = useStore(projectStore, ({ shown }) => countFilmFrames(shown));

  useEffect(() => {
    const write = (): void => {
      if (element.current !== null)
        element.current.textContent = formatTimecode(viewStore.getState().playheadTick, rate);
    };
    write();
    return viewStore.subscribe((view, before) => {
      if (view.playheadTick !== before.playheadTick) write();
    });
  }, [rate]);

  return (
    <div className="timecode">
      <span ref={element} className="timecode__now" role="timer" aria-label={t('timecode')} />
      <span className="timecode__length" title={t('duration')}>
        {formatTimecode(frameToTicks(frames, rate), rate)}
      </span>
    </div>
  );
}
