// Fields of a voice that both inspectors show.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Voice } from '#core/project/document.ts';
import { secondsToTicks, ticksToSeconds } from '#core/time/ticks.ts';
import { commitEdit, dropEdit, showEdit } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { FieldRow } from '../../ui/section.tsx';

const MOST_MS = 200;
const STEP_MS = 5;

const toTicks = (ms: number): number => secondsToTicks(ms / 1000);

/** Moves the lips of a voice against its sound. */
export function LipOffsetField({ voice }: { readonly voice: Voice }) {
  const { t } = useTranslation('inspector');
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const voiceId = voice.id;
  return (
    <FieldRow label={t('voice.lipOffset')}>
      <NumberField
        label={t('voice.lipOffset')}
        unit="ms"
        value={Math.round(1000 * ticksToSeconds(voice.lipOffsetTicks))}
        min={-MOST_MS}
        max={MOST_MS}
        step={STEP_MS}
        isDisabled={isReadOnly}
        onPreview={(ms) => showEdit('setVoiceOffset', { voiceId, lipOffsetTicks: toTicks(ms) })}
        onCommit={(ms) =>
          void commitEdit('setVoiceOffset', { voiceId, lipOffsetTicks: toTicks(ms) })
        }
        onCancel={dropEdit}
      />
    </FieldRow>
  );
}
