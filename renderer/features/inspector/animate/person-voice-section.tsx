// What the person speaks.
import { Mic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Person } from '#core/project/document.ts';
import { voicesOfPerson } from '../../../lib/people/person-activity.ts';
import { usePlayheadTick } from '../../../lib/playback/use-playhead.ts';
import { commitEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { Icon } from '../../../ui/icon.tsx';
import { FieldRow, Fields, Section } from '../../../ui/section.tsx';
import { Select } from '../../../ui/select.tsx';
import { LipOffsetField } from '../voice-fields.tsx';

export function PersonVoiceSection({ person }: { readonly person: Person }) {
  const { t } = useTranslation('inspector');
  const document = useStore(projectStore, ({ shown }) => shown);
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const tick = usePlayheadTick();
  const spoken = voicesOfPerson(document, person.id, tick).at(0)?.voice;
  return (
    <Section title={t('personVoice.title')}>
      <Fields>
        <FieldRow label={t('personVoice.speaks')}>
          <Select
            label={t('personVoice.speaks')}
            value={spoken?.id ?? null}
            placeholder={t('personVoice.nothing')}
            options={document.voices.map(({ id, name }) => ({
              value: id,
              label: name,
              lead: <Icon shape={Mic} size={14} />,
            }))}
            isDisabled={isReadOnly || person.silent}
            onChange={(voiceId) => void commitEdit('assignVoice', { voiceId, personId: person.id })}
          />
        </FieldRow>
        {spoken !== undefined && <LipOffsetField voice={spoken} />}
      </Fields>
    </Section>
  );
}
