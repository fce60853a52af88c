// Says which picture is on screen: the source, the live draft, or a finished chunk.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { monitorToolStore } from '../../../lib/people/monitor-tool.ts';
import { playbackStore } from '../../../state/playback-store.ts';
import { projectStore } from '../../../state/project-store.ts';
import { Badge } from '../../../ui/badge.tsx';
import { pictureStatusStore } from '../picture/picture-status.ts';

/** Fewer frames than this share of the film's rate are called too few. */
const ENOUGH = 0.9;

export function SourceLabel() {
  const { t } = useTranslation('monitor');
  const choice = useStore(pictureStatusStore, (status) => status.choice);
  switch (choice.kind) {
    case 'source':
      return <SourceState />;
    case 'ready':
      return <ReadyState index={choice.chunk.index} />;
    case 'draft':
      return (
        <>
          <DraftState />
          {choice.chunkState !== null && (
            <Badge tone={choice.chunkState === 'failed' ? 'danger' : 'neutral'}>
              {t(`label.final.${choice.chunkState}`)}
            </Badge>
          )}
        </>
      );
  }
}

interface LabelProps {
  readonly tone: 'source' | 'live' | 'slow' | 'ready';
  readonly name: string;
  readonly detail: string;
}

function Label({ tone, name, detail }: LabelProps) {
  return (
    <span className="source-label" data-tone={tone}>
      <span className="source-label__dot" />
      <b>{name}</b>
      <span className="source-label__detail ellipsis">{detail}</span>
    </span>
  );
}

function SourceState() {
  const { t } = useTranslation('monitor');
  const isPlacing = useStore(monitorToolStore, ({ tool }) => tool !== 'select');
  const reason = useStore(projectStore, ({ shown, analysis }) => {
    if (shown.voices.length === 0) return 'noVoices';
    if (analysis.state === 'running' || analysis.state === 'none') return 'listening';
    if (analysis.state === 'failed') return 'failed';
    return shown.people.length === 0 ? 'noPeople' : 'waiting';
  });
  return (
    <Label
      tone="source"
      name={t('label.source')}
      detail={t(`label.sourceDetail.${isPlacing ? 'placing' : reason}`)}
    />
  );
}

function ReadyState({ index }: { readonly index: number }) {
  const { t } = useTranslation('monitor');
  const total = useStore(projectStore, ({ chunks }) => chunks.chunks.length);
  return (
    <Label
      tone="ready"
      name={t('label.ready')}
      detail={t('label.chunk', { number: index + 1, total })}
    />
  );
}

function DraftState() {
  const { t } = useTranslation('monitor');
  const isCatchingUp = useStore(pictureStatusStore, (status) => status.isCatchingUp);
  const divisor = useStore(pictureStatusStore, (status) => status.divisor);
  const isPlaying = useStore(playbackStore, (playback) => playback.isPlaying);
  const drawn = useStore(playbackStore, (playback) => playback.drawnFramesPerSecond);
  const speed = useStore(playbackStore, (playback) => Math.min(1, Math.abs(playback.rate)));
  const rate = useStore(projectStore, ({ shown }) => {
    const { num, den } = shown.scene?.frameRate ?? DRAFT_FRAME_RATE;
    return num / den;
  });
  if (isCatchingUp)
    return <Label tone="slow" name={t('label.draft')} detail={t('label.catchingUp')} />;
  if (!isPlaying || drawn === 0)
    return <Label tone="live" name={t('label.draft')} detail={t('label.live')} />;
  const wanted = Math.round(rate * speed);
  return drawn < ENOUGH * wanted ? (
    <Label
      tone="slow"
      name={t('label.draft')}
      detail={
        divisor === 1
          ? t('label.tooSlow', { drawn, wanted })
          : t('label.tooSlowReduced', { drawn, wanted, divisor })
      }
    />
  ) : (
    <Label
      tone="live"
      name={t('label.draft')}
      detail={
        divisor === 1
          ? t('label.liveRate', { rate: drawn })
          : t('label.liveReduced', { rate: drawn, divisor })
      }
    />
  );
}
