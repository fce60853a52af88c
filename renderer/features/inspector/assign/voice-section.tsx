// The selected voice: its name, who speaks it, how its lips run against the sound.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ProjectDocument, Voice } from '#core/project/document.ts';
import type { PersonId, VoiceId } from '#core/project/ids.ts';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { formatTimecode } from '../../../lib/timeline/timecode.ts';
import { commitEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { FieldRow, Fields, Section } from '../../../ui/section.tsx';
import { Select, type SelectOption } from '../../../ui/select.tsx';
import { SpeakerBadge } from '../../../ui/speaker-badge.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LipOffsetField } from '../voice-fields.tsx';

const NOBODY = 'nobody';

/** The selected voice, or that of the selected person, or the first. */
function voiceToShow(
  { voices, assignments }: ProjectDocument,
  voiceId: VoiceId | null,
  personId: PersonId | null,
): Voice | undefined {
  const own = assignments.find((each) => each.personId === personId);
  const wanted = voiceId ?? (personId === null ? undefined : own?.voiceId);
  return voices.find(({ id }) => id === wanted) ?? voices.at(0);
}

/** Null: several people speak parts of it. */
function speakerOf({ assignments }: ProjectDocument, voiceId: VoiceId): string | null {
  const speakers = new Set(
    assignments
      .filter((each) => each.voiceId === voiceId)
      .map(({ personId }) => personId ?? NOBODY),
  );
  if (speakers.size > 1) return null;
  return [...speakers].at(0) ?? NOBODY;
}

export function VoiceSection() {
  const { t } = useTranslation('inspector');
  const document = useStore(projectStore, ({ shown }) => shown);
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const { voiceId, personId } = useStore(selectionStore);
  const voice = voiceToShow(document, voiceId, personId);
  if (voice === undefined) return null;
  const options: SelectOption<string>[] = [
    ...document.people.map(({ id, name }, index) => ({
      value: id,
      label: name,
      lead: <SpeakerBadge index={index} />,
    })),
    { value: NOBODY, label: t('voice.nobody') },
  ];
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  return (
    <Section title={t('voice.title', { name: voice.name })}>
      <Fields>
        <FieldRow label={t('voice.name')}>
          <TextField
            key={voice.id}
            label={t('voice.name')}
            value={voice.name}
            maxLength={64}
            isDisabled={isReadOnly}
            onCommit={(name) => {
              if (name.trim() !== '') void commitEdit('renameVoice', { voiceId: voice.id, name });
            }}
          />
        </FieldRow>
        <FieldRow label={t('voice.spokenBy')}>
          <Select
            label={t('voice.spokenBy')}
            value={speakerOf(document, voice.id)}
            placeholder={t('voice.several')}
            options={options}
            isDisabled={isReadOnly}
            onChange={(id) =>
              void commitEdit('assignVoice', {
                voiceId: voice.id,
                personId: document.people.find((person) => person.id === id)?.id ?? null,
              })
            }
          />
        </FieldRow>
        <LipOffsetField voice={voice} />
        <FieldRow label={t('voice.length')}>
          <span>{formatTimecode(voice.durationTicks, rate)}</span>
        </FieldRow>
      </Fields>
    </Section>
  );
}
