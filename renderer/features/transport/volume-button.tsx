// How loud this window plays.
import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { soundStore } from '../../lib/playback/sound-store.ts';
import { useAction } from '../../actions/use-action.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Toggle } from '../../ui/toggle.tsx';

export function VolumeButton() {
  const { t } = useTranslation('transport');
  const { volume, isMuted } = useStore(soundStore);
  const mute = useAction('transport.mute');
  const isSilent = isMuted || volume === 0;
  const icon = isSilent ? VolumeX : volume < 0.5 ? Volume1 : Volume2;
  return (
    <Popover
      label={t('volume')}
      placement="top"
      trigger={
        <IconButton
          icon={icon}
          label={t(isSilent ? 'volumeMuted' : 'volume')}
          tone={isSilent ? 'warn' : undefined}
        />
      }
    >
      <div className="volume">
        <Slider
          label={t('volume')}
          value={volume}
          min={0}
          max={1}
          step={0.01}
          format={{ style: 'percent' }}
          onCommit={(next) => soundStore.setState({ volume: next })}
        />
        <Toggle isOn={isMuted} onChange={mute.perform}>
          {mute.title}
        </Toggle>
      </div>
    </Popover>
  );
}
