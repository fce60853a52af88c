// Over the monitor: what is on screen, what is drawn over it, how large it is.
import { Copy, Expand, Layers, PersonStanding, ScanFace } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { CompareBar } from '../../../lib/takes/compare-bar.tsx';
import { useShowsTakes } from '../../../lib/takes/use-compared-takes.ts';
import { projectStore } from '../../../state/project-store.ts';
import { changeView, viewStore } from '../../../state/view-store.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { SourceLabel } from './source-label.tsx';
import { ZoomMenu } from './zoom-menu.tsx';
import './monitor-bar.css';

export function MonitorBar() {
  const page = useStore(viewStore, (view) => view.page);
  const hasFinal = useStore(projectStore, ({ chunks }) =>
    chunks.chunks.some(({ state }) => state !== 'empty'),
  );
  const showsTakes = useShowsTakes();
  const canDrawOver = page === 'assign' || page === 'animate';
  return (
    <div className="monitor-bar">
      {!showsTakes && <SourceLabel />}
      <span className="grow" />
      {showsTakes && <CompareBar />}
      {page === 'assign' && <ActionButton action="people.showBindings" icon={Layers} />}
      {!showsTakes && (page !== 'assign' || hasFinal) && <SourceChoice />}
      {canDrawOver && <span className="monitor-bar__line" />}
      {canDrawOver && <ActionButton action="people.showFaces" icon={ScanFace} isIconOnly />}
      {page === 'animate' && (
        <>
          <ActionButton action="people.showSkeleton" icon={PersonStanding} isIconOnly />
          <ActionButton action="people.showOnionSkin" icon={Copy} isIconOnly />
          <ActionButton action="people.showBindings" icon={Layers} isIconOnly />
        </>
      )}
      <span className="monitor-bar__line" />
      {!showsTakes && <ZoomMenu />}
      <ActionButton action="view.fullScreenMonitor" icon={Expand} isIconOnly />
    </div>
  );
}

function SourceChoice() {
  const { t } = useTranslation('monitor');
  const source = useStore(viewStore, (view) => view.monitorSource);
  return (
    <SegmentedControl
      label={t('sourceChoice')}
      value={source}
      segments={[
        { value: 'draft', label: t('draft') },
        { value: 'final', label: t('final') },
      ]}
      onChange={(monitorSource) => changeView({ monitorSource })}
    />
  );
}
