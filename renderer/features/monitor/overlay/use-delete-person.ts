// The Delete key takes the selected person away, while the keys belong to the picture.
import { useCallback, useEffect, useMemo, type RefObject } from 'react';
import { monitorToolStore } from '../../../lib/people/monitor-tool.ts';
import {
  activateEditTarget,
  registerEditTarget,
  type EditTarget,
} from '../../../state/edit-target.ts';
import { commitEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';

/** @returns call when something in the frame takes the focus */
export function useDeletePerson(frame: RefObject<HTMLElement | null>): () => void {
  const target = useMemo(
    (): EditTarget => ({
      delete: () => {
        const { personId } = selectionStore.getState();
        if (personId !== null) void commitEdit('removePerson', { personId });
      },
      // Elsewhere a key that deletes nothing must not reach over to here.
      can: () =>
        monitorToolStore.getState().tool === 'select' &&
        frame.current?.contains(document.activeElement) === true &&
        projectStore.getState().shown.people.some(isSelected),
    }),
    [frame],
  );
  useEffect(() => registerEditTarget(target), [target]);
  return useCallback(() => activateEditTarget(target), [target]);
}

function isSelected({ id }: { readonly id: string }): boolean {
  return id === selectionStore.getState().personId;
}
