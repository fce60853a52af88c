// Timecode, transport buttons, meters.
import { Pause, Play, Repeat, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { playbackStore } from '../../state/playback-store.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LevelMeters } from './level-meters.tsx';
import { Timecode } from './timecode.tsx';
import { VolumeButton } from './volume-button.tsx';
import './transport-bar.css';

export function TransportBar() {
  const { t } = useTranslation('transport');
  const isPlaying = useStore(playbackStore, (playback) => playback.isPlaying);
  const rate = useStore(playbackStore, (playback) => playback.rate);
  return (
    <section className="transport-bar" aria-label={t('region')}>
      <Timecode />
      <div className="transport-bar__buttons" role="toolbar" aria-label={t('region')}>
        <ActionButton action="transport.toStart" icon={SkipBack} isIconOnly isBig />
        <ActionButton action="transport.frameBack" icon={StepBack} isIconOnly isBig />
        <ActionButton
          action="transport.playBackwards"
          icon={Play}
          isIconOnly
          isBig
          className="transport-bar__backwards"
        />
        <ActionButton
          action="transport.play"
          icon={isPlaying ? Pause : Play}
          isIconOnly
          isBig
          className="transport-bar__play"
        />
        <ActionButton action="transport.frameOn" icon={StepForward} isIconOnly isBig />
        <ActionButton action="transport.toEnd" icon={SkipForward} isIconOnly isBig />
        <span className="transport-bar__line" />
        <ActionButton action="transport.loop" icon={Repeat} isIconOnly />
        {/* Only what is unusual is said. */}
        <span className="transport-bar__rate">
          {isPlaying && rate !== 1 ? t('rate', { rate: String(rate).replace('-', '−') }) : ''}
        </span>
      </div>
      <div className="transport-bar__sound">
        <LevelMeters />
        <VolumeButton />
      </div>
    </section>
  );
}
