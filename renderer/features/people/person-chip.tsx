// One person. Drag it onto a voice, or drop a voice on it.
import { EllipsisVertical } from 'lucide-react';
import { useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Person } from '#core/project/document.ts';
import type { DragPayload } from '../../lib/dnd/drag-payload.ts';
import { beginVoiceDrag, pickUpVoice, voiceDragStore } from '../../lib/dnd/voice-drag.ts';
import { useDropTarget } from '../../lib/dnd/use-drop-target.ts';
import {
  chipTargetId,
  dropOnPerson,
  isAimedAt,
  judgeVoiceOnPerson,
} from '../../lib/people/drop-on-person.ts';
import { renameStore, startRename } from '../../lib/people/rename-store.ts';
import { selectPerson } from '../../lib/people/select-person.ts';
import { commitEdit } from '../../state/edit.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { IconMenuButton } from '../../ui/menu-button.tsx';
import { SpeakerBadge } from '../../ui/speaker-badge.tsx';
import { speakerLook } from '../../ui/speaker.ts';
import { TextField } from '../../ui/text-field.tsx';
import { personMenu } from '../../lib/people/person-menu.ts';
import { PersonFace } from '../../lib/people/person-face.tsx';
import { PresenceBar } from './presence-bar.tsx';
import { VoiceLine } from './voice-line.tsx';
import './person-chip.css';

interface PersonChipProps {
  readonly person: Person;
  readonly index: number;
  readonly isLow: boolean;
}

export function PersonChip({ person, index, isLow }: PersonChipProps) {
  const { t } = useTranslation('people');
  const element = useRef<HTMLLIElement>(null);
  const isSelected = useStore(selectionStore, ({ personId }) => personId === person.id);
  const isRenaming = useStore(renameStore, ({ personId }) => personId === person.id);
  const payload: DragPayload = { kind: 'person', personId: person.id, name: person.name };
  const isAimed = useStore(voiceDragStore, (drag) => isAimedAt(drag, person.id));
  const ownLook = useDropTarget(element, {
    id: chipTargetId(person.id),
    name: person.name,
    order: index,
    judge: (dragged) => judgeVoiceOnPerson(dragged, person, index),
    drop: (dragged) => dropOnPerson(dragged, person.id),
  });
  // Aimed at in the picture, the chip answers too.
  const look = isAimed && ownLook === 'legal' ? 'hovered' : ownLook;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === ' ') pickUpVoice(payload);
    else if (event.key === 'Enter') selectPerson(person.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li
      ref={element}
      className={classNames('person-chip', isLow && 'person-chip--low')}
      style={{ '--person-color': speakerLook(index).cssColor } as CSSProperties}
      data-selected={isSelected || undefined}
      data-drop={look === 'none' ? undefined : look}
      data-person={person.id}
      onContextMenu={(event) => {
        event.preventDefault();
        selectPerson(person.id);
        const entries = personMenu(person);
        openContextMenu({ label: person.name, entries, x: event.clientX, y: event.clientY });
      }}
    >
      <button
        type="button"
        className="person-chip__main"
        aria-pressed={isSelected}
        onKeyDown={onKeyDown}
        onPointerDown={(event) =>
          beginVoiceDrag(event.nativeEvent, payload, () => selectPerson(person.id))
        }
        onDoubleClick={() => startRename(person.id)}
      >
        <PersonFace person={person} index={index} px={isLow ? 28 : 40} />
        <span className="person-chip__words">
          <span className="person-chip__name">
            <SpeakerBadge index={index} />
            <span className="ellipsis">{isRenaming ? '' : person.name}</span>
          </span>
          <VoiceLine person={person} index={index} look={look} />
        </span>
      </button>
      {isRenaming && <NameField person={person} />}
      <IconMenuButton
        icon={EllipsisVertical}
        label={t('menu', { name: person.name })}
        entries={() => personMenu(person)}
      />
      <PresenceBar person={person} index={index} />
    </li>
  );
}

function NameField({ person }: { readonly person: Person }) {
  const { t } = useTranslation('people');
  return (
    <TextField
      className="person-chip__rename"
      label={t('name')}
      value={person.name}
      maxLength={64}
      hasFocusAtStart
      onCommit={(name) => {
        startRename(null);
        if (name.trim() !== '') void commitEdit('renamePerson', { personId: person.id, name });
      }}
      onCancel={() => startRename(null)}
    />
  );
}
