// Seams and measured quality of a take.
import { ChevronDown, ChevronUp, Repeat } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMemo } from 'react';
import type { Take } from '#core/contract/project-types.ts';
import { frameToTicks } from '#core/time/ticks.ts';
import { filmExtent, frameAt } from '../../lib/playback/film-extent.ts';
import { goToSeam, loopSeam } from '../../lib/takes/go-to-seam.ts';
import { reviewStore } from '../../lib/takes/review-store.ts';
import { seamsOf, shownSeam, type Seam } from '../../lib/takes/seams.ts';
import { useComparedTakes } from '../../lib/takes/use-compared-takes.ts';
import { formatTimecode } from '../../lib/timeline/timecode.ts';
import { projectStore } from '../../state/project-store.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { changeView, viewStore } from '../../state/view-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Section } from '../../ui/section.tsx';
import { QualityPanel } from './quality-panel.tsx';
import { RenderAgain } from './render-again.tsx';
import { SeamFigures } from './seam-figures.tsx';
import { SeamStrip } from './seam-strip.tsx';
import './review-inspector.css';

interface ReviewInspectorProps {
  /** False where the quality stands in a panel of its own. */
  readonly hasQuality?: boolean;
}

export function ReviewInspector({ hasQuality = true }: ReviewInspectorProps) {
  const { t } = useTranslation('review');
  const { right: take } = useComparedTakes();
  if (take === null)
    return (
      <Panel title={t('seam.title')}>
        <EmptyState>{t('seam.noTake')}</EmptyState>
      </Panel>
    );
  return (
    <div className="review-inspector">
      <SeamPanel take={take} />
      {hasQuality && <QualityPanel />}
    </div>
  );
}

function SeamPanel({ take }: { readonly take: Take }) {
  const { t } = useTranslation('review');
  const seam = useShownSeam(take);
  const isLooping = useStore(reviewStore, (state) => state.isLoopingSeams);
  const toggleLoop = (): void => {
    reviewStore.setState({ isLoopingSeams: !isLooping });
    if (isLooping) changeView({ isLooping: false });
    else if (seam !== null) {
      goToSeam(seam);
      loopSeam(seam);
    }
  };
  const { rate } = filmExtent();
  return (
    <Panel
      title={seam === null ? t('seam.title') : t('seam.between', pairOf(seam))}
      detail={seam === null ? take.name : formatTimecode(frameToTicks(seam.frame, rate), rate)}
      tools={
        <>
          <IconButton
            icon={Repeat}
            label={t('seam.loop')}
            isOn={isLooping}
            isDisabled={seam === null}
            onPress={toggleLoop}
          />
          <ActionButton action="takes.previousSeam" icon={ChevronUp} isIconOnly />
          <ActionButton action="takes.nextSeam" icon={ChevronDown} isIconOnly />
        </>
      }
      footer={
        <>
          <span className="grow" />
          <ActionButton
            action="takes.renderAgain"
            variant="primary"
            size="normal"
            label={t('again.button')}
          />
        </>
      }
    >
      {seam === null ? (
        <EmptyState>{t('seam.none', { name: take.name })}</EmptyState>
      ) : (
        <>
          <Section>
            <SeamStrip take={take} seam={seam} />
          </Section>
          <Section>
            <SeamFigures take={take} seam={seam} />
          </Section>
        </>
      )}
      <RenderAgain take={take} />
    </Panel>
  );
}

const pairOf = ({ chunks: [before, after] }: Seam): { before: number; after: number } => ({
  before,
  after,
});

/** While nothing is selected, the seam nearest to the playhead: drawn again only when it changes. */
function useShownSeam(take: Take): Seam | null {
  const chunks = useStore(projectStore, (state) => state.chunks.chunks);
  const seams = useMemo(() => seamsOf(take, chunks), [take, chunks]);
  const selectedIndex = useStore(selectionStore, (state) => state.seamIndex);
  return useStore(viewStore, ({ playheadTick }) =>
    shownSeam(seams, { selectedIndex, playheadFrame: frameAt(filmExtent(), playheadTick) }),
  );
}
