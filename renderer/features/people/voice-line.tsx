// What a person speaks and does now; while something is dragged, what a drop would do.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Person } from '#core/project/document.ts';
import { voiceDragStore } from '../../lib/dnd/voice-drag.ts';
import type { DropLook } from '../../lib/dnd/use-drop-target.ts';
import { voicesOfPerson } from '../../lib/people/person-activity.ts';
import { useActivities } from '../../lib/people/use-activities.ts';
import { projectStore } from '../../state/project-store.ts';

interface VoiceLineProps {
  readonly person: Person;
  readonly index: number;
  readonly look: DropLook;
}

export function VoiceLine({ person, index, look }: VoiceLineProps) {
  const { t } = useTranslation('people');
  const dragged = useStore(voiceDragStore, ({ payload }) => payload?.name ?? '');
  const wrong = useStore(voiceDragStore, ({ verdict }) => verdict?.message ?? '');
  if (look === 'hovered')
    return (
      <span className="voice-line ellipsis" data-tone="drop">
        {t('drop', { voice: dragged })}
      </span>
    );
  if (look === 'wrong')
    return (
      <span className="voice-line ellipsis" data-tone="danger">
        {wrong}
      </span>
    );
  return <PresentLine person={person} index={index} />;
}

function PresentLine({ person, index }: Omit<VoiceLineProps, 'look'>) {
  const { t } = useTranslation('people');
  const activity = useActivities().at(index);
  const document = useStore(projectStore, ({ shown }) => shown);
  const voices = voicesOfPerson(document, person.id, -1);
  const [first] = voices;
  if (person.silent) return <span className="voice-line ellipsis">{t('silentAlways')}</span>;
  if (activity?.isConflict === true)
    return (
      <span className="voice-line ellipsis" data-tone="danger">
        {t('conflict')}
      </span>
    );
  const state = activity?.state ?? null;
  if (first === undefined)
    return (
      <span className="voice-line ellipsis">
        {state === 'talking' ? t('state.talking') : t('voiceNone')}
      </span>
    );
  const voice =
    voices.length > 1
      ? t('moreVoices', { voice: first.voice.name, count: voices.length - 1 })
      : first.voice.name;
  if (first.confidence !== null)
    return (
      <span className="voice-line ellipsis" data-tone="guess">
        {t('voiceGuess', { voice, percent: Math.round(100 * first.confidence) })}
      </span>
    );
  return (
    <span className="voice-line ellipsis">
      {state === null ? voice : t('voiceState', { voice, state: t(`state.${state}`) })}
    </span>
  );
}
