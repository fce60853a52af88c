// The faces of the picture: brackets around them, and what is known of each.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Person } from '#core/project/document.ts';
import { voiceDragStore } from '../../../../lib/dnd/voice-drag.ts';
import { isAimedAt } from '../../../../lib/people/drop-on-person.ts';
import { useActivities } from '../../../../lib/people/use-activities.ts';
import { voicesOfPerson } from '../../../../lib/people/person-activity.ts';
import { projectStore } from '../../../../state/project-store.ts';
import { selectionStore } from '../../../../state/selection-store.ts';
import { viewStore } from '../../../../state/view-store.ts';
import { speakerLook } from '../../../../ui/speaker.ts';
import { usePictureSpace } from '../picture-space.ts';
import { FaceBrackets } from './face-brackets.tsx';
import { NamePlate, type PlateTone } from './name-plate.tsx';
import { frameOfFace, placePlate } from './place-plate.ts';

export function FaceLayer() {
  const space = usePictureSpace();
  const people = useStore(projectStore, ({ shown }) => shown.people);
  const selectedId = useStore(selectionStore, ({ personId }) => personId);
  return (
    <>
      <svg className="face-layer" aria-hidden>
        {people.map((person, index) => (
          <FaceBrackets
            key={person.id}
            box={frameOfFace(person.face)}
            look={speakerLook(index)}
            space={space}
            isStrong={person.id === selectedId}
          />
        ))}
      </svg>
      {people.map((person, index) => (
        <FacePlate key={person.id} person={person} index={index} />
      ))}
    </>
  );
}

interface FacePlateProps {
  readonly person: Person;
  readonly index: number;
}

function FacePlate({ person, index }: FacePlateProps) {
  const space = usePictureSpace();
  const { text, tone } = usePlateText(person, index);
  return (
    <NamePlate index={index} tone={tone} {...placePlate(frameOfFace(person.face), space)}>
      <span>{text}</span>
    </NamePlate>
  );
}

interface PlateText {
  readonly text: string;
  readonly tone: PlateTone;
}

function usePlateText(person: Person, index: number): PlateText {
  const dragged = useStore(voiceDragStore, ({ payload }) => payload);
  const drop = useDropText(person);
  const bound = useBoundText(person, index);
  if (drop !== null) return drop;
  const isSource = dragged?.kind === 'person' && dragged.personId === person.id;
  return isSource ? { ...bound, tone: 'dimmed' } : bound;
}

function useDropText(person: Person): PlateText | null {
  const { t } = useTranslation('monitor');
  const verdict = useStore(voiceDragStore, (drag) =>
    isAimedAt(drag, person.id) ? drag.verdict : null,
  );
  if (verdict === null) return null;
  return verdict.isLegal
    ? { text: t('plate.drop', { result: verdict.message }), tone: 'drop' }
    : { text: verdict.message, tone: 'danger' };
}

function useBoundText(person: Person, index: number): PlateText {
  const { t } = useTranslation('monitor');
  const page = useStore(viewStore, (view) => view.page);
  const activity = useActivities().at(index);
  const document = useStore(projectStore, ({ shown }) => shown);
  const { name } = person;
  if (activity?.isConflict === true) return { text: t('plate.conflict', { name }), tone: 'danger' };
  const state = activity?.state ?? null;
  if (page === 'animate' && state !== null)
    return { text: t(`plate.${state}`, { name }), tone: 'plain' };
  if (person.silent) return { text: t('plate.marked', { name }), tone: 'plain' };
  const [first, ...others] = voicesOfPerson(document, person.id, -1);
  if (first === undefined) return { text: t('plate.nobody', { name }), tone: 'plain' };
  const voice = [first, ...others].map((each) => each.voice.name).join(', ');
  if (first.confidence === null) return { text: t('plate.speaks', { name, voice }), tone: 'plain' };
  const percent = Math.round(100 * first.confidence);
  return { text: t('plate.guess', { name, voice, percent }), tone: 'guess' };
}
