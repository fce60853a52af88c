// Ruler, chunks, voices, speaking scores, poses and turns over time.
import { AudioLines } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { watchPeaks } from '../../lib/peaks/project-peaks.ts';
import { projectStore } from '../../state/project-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { bandsOf, type Bands } from './canvas/bands.ts';
import { TimelineCanvas } from './canvas/timeline-canvas.ts';
import { LaneHeaders } from './headers/lane-headers.tsx';
import { onTimelineWheel } from './input/timeline-wheel.ts';
import { startTimelineInput } from './input/timeline-input.ts';
import type { LanePlan } from './model/lane-plan.ts';
import { KeyTree } from './a11y/key-tree.tsx';
import { TimelineToolbar } from './toolbar/timeline-toolbar.tsx';
import './timeline-panel.css';

export function TimelinePanel() {
  const hasVoices = useStore(projectStore, ({ shown }) => shown.voices.length > 0);
  return (
    <div className="timeline-panel" data-f6>
      <TimelineToolbar />
      {hasVoices ? <Lanes /> : <NoVoices />}
    </div>
  );
}

function Lanes() {
  const { t } = useTranslation('timeline');
  const box = useRef<HTMLDivElement>(null);
  const [shape, setShape] = useState<{ readonly plan: LanePlan; readonly bands: Bands }>({
    plan: { lanes: [], totalPx: 0 },
    bands: bandsOf('assign'),
  });
  useEffect(() => {
    const container = box.current;
    if (container === null) return undefined;
    const canvas = new TimelineCanvas(container);
    canvas.onPlan = (plan) => setShape({ plan, bands: canvas.bands });
    setShape({ plan: canvas.plan, bands: canvas.bands });
    const ends = [startTimelineInput(canvas, container), watchPeaks()];
    const observer = new ResizeObserver(() => canvas.resize());
    observer.observe(container);
    return () => {
      observer.disconnect();
      for (const end of ends) end();
      canvas.dispose();
    };
  }, []);
  return (
    <div className="timeline-panel__body">
      <LaneHeaders plan={shape.plan} bands={shape.bands} onWheel={onTimelineWheel} />
      <div className="timeline-panel__lanes">
        <div ref={box} className="timeline-panel__canvas" aria-hidden data-timeline-canvas />
        <KeyTree label={t('announce.tree')} />
      </div>
    </div>
  );
}

function NoVoices() {
  const { t } = useTranslation('timeline');
  return (
    <div className="timeline-panel__empty">
      <div className="timeline-panel__empty-heads">
        <span>{t('emptyFirst')}</span>
        <span>{t('emptySecond')}</span>
      </div>
      <div className="timeline-panel__empty-lanes">
        <p>
          <Icon shape={AudioLines} />
          {t('empty')}
        </p>
      </div>
    </div>
  );
}
