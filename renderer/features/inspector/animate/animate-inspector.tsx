// The selected person at the playhead: voice, speaking score, head, gaze and face.
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Person } from '#core/project/document.ts';
import { DRAFT_FRAME_RATE, frameToTicks } from '#core/time/ticks.ts';
import { usePoseNow } from '../../../lib/pose/use-pose-now.ts';
import { formatTimecode } from '../../../lib/timeline/timecode.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconMenuButton } from '../../../ui/menu-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SpeakerBadge } from '../../../ui/speaker-badge.tsx';
import { FaceSection } from './face-section.tsx';
import { HeadSection } from './head-section.tsx';
import { KeepMotionSection } from './keep-motion-section.tsx';
import { PersonVoiceSection } from './person-voice-section.tsx';
import { resetEntries } from './reset-entries.ts';
import { SpeakingKeySection } from './speaking-key-section.tsx';

export function AnimateInspector() {
  const { t } = useTranslation('inspector');
  const people = useStore(projectStore, ({ shown }) => shown.people);
  const selectedId = useStore(selectionStore, ({ personId }) => personId);
  const index = people.findIndex(({ id }) => id === selectedId);
  const person = people.at(index);
  if (index < 0 || person === undefined)
    return (
      <Panel title={t('animate.title')}>
        <EmptyState>{t('animate.nobody')}</EmptyState>
      </Panel>
    );
  // A new person starts with fields of its own.
  return <PersonInspector key={person.id} person={person} index={index} />;
}

interface PersonInspectorProps {
  readonly person: Person;
  readonly index: number;
}

function PersonInspector({ person, index }: PersonInspectorProps) {
  const { t } = useTranslation('inspector');
  const now = usePoseNow(person.id);
  const rate = useStore(projectStore, ({ shown }) => shown.scene?.frameRate ?? DRAFT_FRAME_RATE);
  return (
    <Panel
      title={person.name}
      lead={<SpeakerBadge index={index} />}
      detail={formatTimecode(frameToTicks(now.frame, rate), rate)}
      tools={
        <IconMenuButton
          icon={Undo2}
          label={t('animate.reset')}
          entries={() => resetEntries(person)}
        />
      }
    >
      <PersonVoiceSection person={person} />
      <SpeakingKeySection person={person} index={index} frame={now.frame} />
      <HeadSection person={person} index={index} now={now} />
      <FaceSection person={person} index={index} now={now} />
      <KeepMotionSection person={person} index={index} />
    </Panel>
  );
}
