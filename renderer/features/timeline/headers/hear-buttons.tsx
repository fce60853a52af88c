// Mute and solo of voices.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { VoiceId } from '#core/project/ids.ts';
import { changeView, viewStore } from '../../../state/view-store.ts';

interface HearButtonsProps {
  readonly voiceIds: readonly VoiceId[];
  readonly name: string;
}

function toggled(all: readonly VoiceId[], own: readonly VoiceId[]): VoiceId[] {
  const rest = all.filter((id) => !own.includes(id));
  return rest.length === all.length ? [...rest, ...own] : rest;
}

export function HearButtons({ voiceIds, name }: HearButtonsProps) {
  const { t } = useTranslation('timeline');
  const isMuted = useStore(viewStore, (view) =>
    voiceIds.every((id) => view.mutedVoiceIds.includes(id)),
  );
  const isSolo = useStore(viewStore, (view) =>
    voiceIds.every((id) => view.soloVoiceIds.includes(id)),
  );
  const { mutedVoiceIds, soloVoiceIds } = viewStore.getState();
  return (
    <span className="hear-buttons">
      <button
        type="button"
        aria-pressed={isMuted}
        aria-label={t('mute', { name })}
        title={t('mute', { name })}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => changeView({ mutedVoiceIds: toggled(mutedVoiceIds, voiceIds) })}
      >
        {t('muteLetter')}
      </button>
      <button
        type="button"
        aria-pressed={isSolo}
        aria-label={t('solo', { name })}
        title={t('solo', { name })}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => changeView({ soloVoiceIds: toggled(soloVoiceIds, voiceIds) })}
      >
        {t('soloLetter')}
      </button>
    </span>
  );
}
