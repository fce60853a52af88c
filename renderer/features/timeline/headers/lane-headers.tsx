// The heads of the lanes, as wide as the left column, so that lanes and monitor share one edge.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { timelineStore } from '../../../lib/timeline/timeline-store.ts';
import { projectStore } from '../../../state/project-store.ts';
import { viewStore } from '../../../state/view-store.ts';
import type { Bands } from '../canvas/bands.ts';
import type { Lane, LanePlan } from '../model/lane-plan.ts';
import { LaneHeader } from './lane-header.tsx';
import './lane-headers.css';

interface LaneHeadersProps {
  readonly plan: LanePlan;
  readonly bands: Bands;
  readonly onWheel: (event: WheelEvent) => void;
}

export function LaneHeaders({ plan, bands, onWheel }: LaneHeadersProps) {
  const { t } = useTranslation('timeline');
  const box = useRef<HTMLDivElement>(null);
  const scrollTopPx = useStore(timelineStore, (timeline) => timeline.scrollTopPx);
  const page = useStore(viewStore, (view) => view.page);
  const chunks = useStore(projectStore, (project) => project.chunks.chunks.length);
  useEffect(() => {
    const element = box.current;
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [onWheel]);
  return (
    <div ref={box} className="lane-headers">
      <div className="lane-headers__top" style={{ height: bands.lanesTopPx }}>
        <span>{t(`top.${page}`)}</span>
        {chunks > 0 && bands.chunkBar !== null && (
          <span className="lane-headers__detail">{t('chunks', { count: chunks })}</span>
        )}
      </div>
      <div className="lane-headers__lanes">
        <div style={{ transform: `translateY(${-scrollTopPx}px)` }}>
          {plan.lanes.map((lane: Lane) => (
            <LaneHeader key={lane.id} lane={lane} />
          ))}
        </div>
      </div>
    </div>
  );
}
