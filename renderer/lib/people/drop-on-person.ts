// What happens when a voice is dropped on a person, wherever that person is shown.
import type { Person } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { projectStore } from '../../state/project-store.ts';
import { speakerLook } from '../../ui/speaker.ts';
import type { DropVerdict } from '../dnd/drop-target.ts';
import type { DragPayload } from '../dnd/drag-payload.ts';
import type { VoiceDragState } from '../dnd/voice-drag.ts';
import { i18n } from '../i18n/i18n.ts';
import { assignDropped } from './assign-selection.ts';
import { selectPerson } from './select-person.ts';

/** A person is shown twice, and each is a target. */
export const chipTargetId = (personId: PersonId): string => `chip ${personId}`;
export const monitorTargetId = (personId: PersonId): string => `monitor ${personId}`;

/** Whether a drop now would go to this person, wherever the pointer is. */
export function isAimedAt({ hoveredId }: VoiceDragState, personId: PersonId): boolean {
  return hoveredId === chipTargetId(personId) || hoveredId === monitorTargetId(personId);
}

export function judgeVoiceOnPerson(
  dragged: DragPayload,
  person: Person,
  index: number,
): DropVerdict | null {
  if (dragged.kind !== 'voice') return null;
  if (projectStore.getState().opened?.readOnly !== null) return null;
  if (person.silent)
    return {
      isLegal: false,
      message: i18n.t('people:isSilent', { person: person.name }),
      color: null,
    };
  return {
    isLegal: true,
    message: i18n.t('people:speaks', { person: person.name, voice: dragged.name }),
    color: speakerLook(index).cssColor,
  };
}

export async function dropOnPerson(dragged: DragPayload, personId: PersonId): Promise<void> {
  if (dragged.kind !== 'voice') return;
  selectPerson(personId);
  await assignDropped(dragged, personId);
}
