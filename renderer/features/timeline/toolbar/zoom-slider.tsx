// How near the timeline is. While the wheel turns only the thumb moves; React hears of it at rest.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filmExtent } from '../../../lib/playback/film-extent.ts';
import { onTimeView, showTime, timeScale } from '../../../lib/timeline/time-view.ts';
import { timelineStore } from '../../../lib/timeline/timeline-store.ts';
import { ticksPerPixelAt, zoomAt, zoomShare } from '../../../lib/timeline/zoom.ts';
import { viewStore } from '../../../state/view-store.ts';
import { Slider } from '../../../ui/slider.tsx';

const STEPS = 1000;

function shareNow(): number {
  const { widthPx } = timelineStore.getState();
  return Math.round(zoomShare(timeScale().ticksPerPixel, filmExtent().endTick, widthPx) * STEPS);
}

export function ZoomSlider() {
  const { t } = useTranslation('timeline');
  const box = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(shareNow);
  useEffect(() => {
    const thumb = box.current?.querySelector<HTMLElement>('.slider__thumb');
    const fill = box.current?.querySelector<HTMLElement>('.slider__fill');
    let shown = -1;
    const follow = (): void => {
      const next = shareNow();
      if (next === shown) return;
      shown = next;
      thumb?.style.setProperty('left', `${(100 * next) / STEPS}%`);
      fill?.style.setProperty('width', `${(100 * next) / STEPS}%`);
    };
    follow();
    const ends = [onTimeView(follow), viewStore.subscribe(() => setShare(shareNow()))];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  const onCommit = (next: number): void => {
    setShare(next);
    zoomTo(next);
  };
  return (
    <div ref={box} className="timeline-toolbar__zoom">
      <Slider label={t('zoom')} value={share} min={0} max={STEPS} step={1} onCommit={onCommit} />
    </div>
  );
}

/** @param share of the way from the whole film to single frames */
function zoomTo(share: number): void {
  const { widthPx } = timelineStore.getState();
  const wanted = ticksPerPixelAt(share / STEPS, filmExtent().endTick, widthPx);
  const scale = timeScale();
  const playheadX = (viewStore.getState().playheadTick - scale.startTick) / scale.ticksPerPixel;
  const x = playheadX >= 0 && playheadX <= widthPx ? playheadX : widthPx / 2;
  showTime(zoomAt(scale, scale.ticksPerPixel / wanted, x), share === 0);
}
