// Cut, copy, paste, delete and select, for keys and stretches of the timeline.
import { copyKeys, pasteKeys, type KeyClipboard } from '#core/curve/clipboard.ts';
import { scoreKeysOf } from '#core/project/score-curve.ts';
import { i18n } from '../i18n/i18n.ts';
import { showToast } from '../../state/app-store.ts';
import { commitEdit } from '../../state/edit.ts';
import type { EditTarget } from '../../state/edit-target.ts';
import { projectStore } from '../../state/project-store.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { viewStore } from '../../state/view-store.ts';
import {
  deleteSelectedKeys,
  hasSelectedKeys,
  keyPersonId,
  surroundingsOf,
} from './key-operations.ts';
import { selectedScoreKeys, selectKeys } from './key-selection.ts';
import { commitScoreEdits } from './score-edits.ts';

let clipboard: KeyClipboard = { lanes: [], count: 0 };

function selectionAsClipboard(): KeyClipboard {
  const lanes = selectedScoreKeys().map(({ personId, keys, ticks }) => ({
    personId,
    keys,
    ticks: new Set(ticks),
  }));
  return copyKeys(lanes);
}

function copy(): void {
  const copied = selectionAsClipboard();
  if (copied.count > 0) clipboard = copied;
}

/** At the playhead, onto the people that the keys come from, or onto the selected one. */
async function paste(from: KeyClipboard, kind: 'paste' | 'duplicate'): Promise<void> {
  const { document } = projectStore.getState();
  const own = keyPersonId();
  const isOne = from.lanes.length === 1;
  const people = document.people.filter(({ id }) =>
    isOne ? id === own : from.lanes.some(({ personId }) => personId === id),
  );
  const targets = people.map(({ id }) => ({
    personId: id,
    keys: scoreKeysOf(document, id),
    surroundings: surroundingsOf(id),
  }));
  const pasted = pasteKeys(from, targets, viewStore.getState().playheadTick);
  if (pasted.kind === 'nothing') {
    showToast({
      kind: 'info',
      message: i18n.t(`keys:paste.${pasted.reason}`),
      hint: null,
      actionId: null,
    });
    return;
  }
  const edits = pasted.edits.map(({ personId, ...edit }) => ({ personId, edit }));
  await commitScoreEdits(edits, { kind, count: Math.max(1, pasted.count) });
}

async function deleteSelection(): Promise<void> {
  const { assignmentIds, markerIds, voiceId } = selectionStore.getState();
  if (hasSelectedKeys()) return deleteSelectedKeys();
  if (markerIds.size > 0) {
    await commitEdit('setMarkers', { set: [], remove: [...markerIds] });
    return;
  }
  if (assignmentIds.size > 0) {
    for (const assignmentId of assignmentIds)
      await commitEdit('assignStretch', { assignmentId, personId: null });
    return;
  }
  if (voiceId !== null) await commitEdit('removeVoice', { voiceId });
}

function hasSelection(): boolean {
  const { assignmentIds, markerIds, voiceId } = selectionStore.getState();
  return hasSelectedKeys() || assignmentIds.size > 0 || markerIds.size > 0 || voiceId !== null;
}

/** Keys of the selected person; again: of everybody. */
function selectAll(): void {
  const { document } = projectStore.getState();
  const { scoreKeyIds } = selectionStore.getState();
  const personId = keyPersonId();
  const own = document.scoreKeys.filter((key) => key.personId === personId && key.value !== null);
  const isAll = own.length > 0 && own.every(({ id }) => scoreKeyIds.has(id));
  const keys = isAll ? document.scoreKeys.filter(({ value }) => value !== null) : own;
  const poses = document.poseKeys.filter((key) => isAll || key.personId === personId);
  selectKeys(new Set(keys.map(({ id }) => id)), new Set(poses.map(({ id }) => id)));
}

export const TIMELINE_EDITS: EditTarget = {
  copy,
  cut: () => {
    copy();
    void deleteSelectedKeys('cut');
  },
  paste: () => void paste(clipboard, 'paste'),
  // What was copied before stays to be pasted.
  duplicate: () => void paste(selectionAsClipboard(), 'duplicate'),
  delete: () => void deleteSelection(),
  selectAll,
  selectNone: () => {
    selectKeys(new Set(), new Set());
    selectionStore.setState({ voiceId: null, seamIndex: null });
  },
  can: (command) => {
    if (command === 'delete') return hasSelection();
    if (command === 'copy' || command === 'cut' || command === 'duplicate')
      return selectionStore.getState().scoreKeyIds.size > 0;
    if (command === 'paste') return clipboard.count > 0;
    return projectStore.getState().opened !== null;
  },
};
