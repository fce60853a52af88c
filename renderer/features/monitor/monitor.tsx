// The picture, what moves in it, and everything that is edited on it.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { CompareView } from '../../lib/takes/compare-view.tsx';
import { useShowsTakes } from '../../lib/takes/use-compared-takes.ts';
import { projectStore } from '../../state/project-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { MonitorBar } from './bar/monitor-bar.tsx';
import { ToolNote } from './bar/tool-note.tsx';
import { PictureOverlay } from './overlay/picture-overlay.tsx';
import { OfflineSlate } from './offline-slate.tsx';
import { PictureStage } from './stage/picture-stage.tsx';
import './monitor.css';

export function Monitor() {
  const { t } = useTranslation('monitor');
  const pictureId = useStore(projectStore, ({ shown }) => shown.scene?.pictureId ?? null);
  const missing = useStore(projectStore, ({ missingMedia }) =>
    missingMedia.find(({ mediaId }) => mediaId === pictureId),
  );
  const showsTakes = useShowsTakes();
  // Elsewhere the picture is only looked at.
  const isEdited = useStore(viewStore, ({ page }) => page === 'assign' || page === 'animate');
  return (
    <section className="monitor" aria-label={t('region')}>
      <MonitorBar />
      {isEdited && !showsTakes && <ToolNote />}
      {showsTakes && (
        <div className="monitor__takes">
          <CompareView />
        </div>
      )}
      <PictureStage
        isActive={!showsTakes}
        slate={
          missing !== undefined && pictureId !== null ? (
            <OfflineSlate mediaId={pictureId} name={missing.name} />
          ) : null
        }
      >
        {isEdited && <PictureOverlay />}
      </PictureStage>
    </section>
  );
}
