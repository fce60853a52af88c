// Gives what is selected to a person: stretches of voices, or the selected voice as a whole.
import type { Assignment } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import type { DragPayload } from '../dnd/drag-payload.ts';
import { commitEdit } from '../../state/edit.ts';
import { projectStore, type ProjectState } from '../../state/project-store.ts';
import { selectionStore, type SelectionState } from '../../state/selection-store.ts';

export function selectedStretches(
  project: ProjectState,
  selection: SelectionState,
): readonly Assignment[] {
  if (selection.assignmentIds.size === 0) return [];
  return project.document.assignments.filter(({ id }) => selection.assignmentIds.has(id));
}

export function canAssign(project: ProjectState, selection: SelectionState): boolean {
  return (
    project.opened?.readOnly === null &&
    (selection.voiceId !== null || selectedStretches(project, selection).length > 0)
  );
}

/** Null: nobody. Stretches come first, because they were chosen more exactly. */
export async function assignSelection(personId: PersonId | null): Promise<void> {
  const selection = selectionStore.getState();
  const stretches = selectedStretches(projectStore.getState(), selection);
  if (stretches.length === 0) {
    const { voiceId } = selection;
    if (voiceId !== null) await commitEdit('assignVoice', { voiceId, personId });
    return;
  }
  for (const { id } of stretches) await commitEdit('assignStretch', { assignmentId: id, personId });
}

/** What a drop does: the whole voice, or the stretch that was dragged. */
export async function assignDropped(
  payload: DragPayload & { readonly kind: 'voice' },
  personId: PersonId,
): Promise<void> {
  const { voiceId, startTick, endTick } = payload;
  await commitEdit('assignVoice', {
    voiceId,
    personId,
    ...(startTick === null ? {} : { startTick, endTick }),
  });
}
