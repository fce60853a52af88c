// The window: title bar, the columns of the page, timeline, status bar.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DeliverForm } from '../features/deliver/deliver-form.tsx';
import { PresetsColumn } from '../features/deliver/presets-column.tsx';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { ThisComputer } from '../features/first-run/this-computer.tsx';
import { FirstHints } from '../features/hints/first-hints.tsx';
import { Inspector } from '../features/inspector/inspector.tsx';
import { KeysList } from '../features/keys-list/keys-list.tsx';
import { MediaBin } from '../features/media-bin/media-bin.tsx';
import { Monitor } from '../features/monitor/monitor.tsx';
import { PeopleColumn } from '../features/people/people-column.tsx';
import { RenderQueue } from '../features/render-queue/render-queue.tsx';
import { ReviewInspector } from '../features/review/review-inspector.tsx';
import { TakesColumn } from '../features/takes/takes-column.tsx';
import { TimelinePanel } from '../features/timeline/timeline-panel.tsx';
import { TransportBar } from '../features/transport/transport-bar.tsx';
import { Announcer } from '../lib/announcer/announcer.tsx';
import { VoiceGhost } from '../lib/dnd/voice-ghost.tsx';
import { appStore } from '../state/app-store.ts';
import { layoutStore } from '../state/layout-store.ts';
import { projectStore } from '../state/project-store.ts';
import { viewStore } from '../state/view-store.ts';
import { ContextMenu } from '../ui/context-menu.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { Dialogs } from './dialogs.tsx';
import { FileDrop } from './file-drop.tsx';
import { RightTabs } from './right-tabs.tsx';
import { Separator } from './separator.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { useLayout } from './use-layout.ts';
import './studio.css';

export function Studio() {
  useLayout();
  const { t } = useTranslation('shell');
  const hasProject = useStore(projectStore, ({ opened }) => opened !== null);
  const page = useStore(viewStore, (view) => view.page);
  const maximized = useStore(layoutStore, (layout) => layout.maximized);
  return (
    <div className="studio" data-maximized={maximized ?? undefined}>
      <TitleBar />
      <aside className="studio__left" data-region="left" aria-label={t(`regions.left.${page}`)}>
        <LeftColumn />
      </aside>
      <main className="studio__monitor" data-region="monitor" aria-label={t('regions.monitor')}>
        {hasProject ? (
          <>
            <Monitor />
            <TransportBar />
          </>
        ) : (
          <FirstRun />
        )}
      </main>
      <aside
        className="studio__inspector"
        data-region="inspector"
        aria-label={t('regions.inspector')}
      >
        <RightColumn />
      </aside>
      <section
        className="studio__timeline"
        data-region="timeline"
        aria-label={t('regions.timeline')}
      >
        <TimelinePanel />
      </section>
      <aside className="studio__queue" data-region="queue" aria-label={t('regions.queue')}>
        <RenderQueue />
      </aside>
      <Separator edge="left" className="separator--left" />
      <Separator edge="right" className="separator--right" />
      <Separator edge="timeline" className="separator--timeline" />
      <StatusBar />
      <LostBanner />
      <FirstHints />
      <FileDrop />
      <VoiceGhost />
      <ContextMenu />
      <Toasts />
      <Announcer />
      <Dialogs />
    </div>
  );
}

function LeftColumn() {
  const page = useStore(viewStore, (view) => view.page);
  if (page === 'review') return <TakesColumn />;
  if (page === 'deliver') return <PresetsColumn />;
  return (
    <>
      <PeopleColumn />
      {page === 'assign' ? <MediaBin /> : <KeysList />}
    </>
  );
}

function RightColumn() {
  const page = useStore(viewStore, (view) => view.page);
  const hasProject = useStore(projectStore, ({ opened }) => opened !== null);
  const isNarrow = useStore(layoutStore, (layout) => layout.isNarrow);
  const tab = useStore(layoutStore, (layout) => layout.narrowTab);
  const inspector = !hasProject ? (
    <ThisComputer />
  ) : page === 'review' ? (
    <ReviewInspector />
  ) : page === 'deliver' ? (
    <DeliverForm />
  ) : (
    <Inspector />
  );
  if (!isNarrow) return inspector;
  return (
    <>
      <RightTabs />
      {tab === 'inspector' ? inspector : <RenderQueue />}
    </>
  );
}

function LostBanner() {
  const { t } = useTranslation('shell');
  const isLost = useStore(appStore, ({ connection }) => connection === 'lost');
  if (!isLost) return null;
  return (
    <div className="studio__lost" role="alert">
      <b>{t('lost.title')}</b> {t('lost.hint')}
    </div>
  );
}
