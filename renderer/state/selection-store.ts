// What is selected. One thing everywhere: a lane key is a row of the key list is a handle on the
// monitor is a field of the inspector (mock/README section 4). Never kept.
import { createStore } from 'zustand/vanilla';
import type {
  AssignmentId,
  MarkerId,
  PersonId,
  PoseKeyId,
  ScoreKeyId,
  VoiceId,
} from '#core/project/ids.ts';
import type { ProjectDocument } from '#core/project/document.ts';

export interface SelectionState {
  readonly scoreKeyIds: ReadonlySet<ScoreKeyId>;
  readonly poseKeyIds: ReadonlySet<PoseKeyId>;
  readonly assignmentIds: ReadonlySet<AssignmentId>;
  readonly markerIds: ReadonlySet<MarkerId>;
  readonly voiceId: VoiceId | null;
  /** Kept in step with the view store's `selectedPersonId`. */
  readonly personId: PersonId | null;
  /** Chunk whose start seam is inspected. */
  readonly seamIndex: number | null;
}

export const NOTHING_SELECTED: SelectionState = {
  scoreKeyIds: new Set(),
  poseKeyIds: new Set(),
  assignmentIds: new Set(),
  markerIds: new Set(),
  voiceId: null,
  personId: null,
  seamIndex: null,
};

export const selectionStore = createStore<SelectionState>(() => NOTHING_SELECTED);

/** Forgets which keys are selected. */
export function letKeysGo(): void {
  const { scoreKeyIds, poseKeyIds } = selectionStore.getState();
  if (scoreKeyIds.size + poseKeyIds.size === 0) return;
  selectionStore.setState({ scoreKeyIds: new Set(), poseKeyIds: new Set() });
}

/** Forgets what is selected but no longer in the document. */
export function dropGoneRows(document: ProjectDocument): void {
  const state = selectionStore.getState();
  const patch: { -readonly [K in keyof SelectionState]?: SelectionState[K] } = {};
  const keep = <I>(ids: ReadonlySet<I>, rows: readonly { readonly id: I }[]): ReadonlySet<I> => {
    if (ids.size === 0) return ids;
    const there = new Set(rows.map((row) => row.id));
    const kept = [...ids].filter((id) => there.has(id));
    return kept.length === ids.size ? ids : new Set(kept);
  };
  const scoreKeyIds = keep(state.scoreKeyIds, document.scoreKeys);
  const poseKeyIds = keep(state.poseKeyIds, document.poseKeys);
  const assignmentIds = keep(state.assignmentIds, document.assignments);
  const markerIds = keep(state.markerIds, document.markers);
  if (scoreKeyIds !== state.scoreKeyIds) patch.scoreKeyIds = scoreKeyIds;
  if (poseKeyIds !== state.poseKeyIds) patch.poseKeyIds = poseKeyIds;
  if (assignmentIds !== state.assignmentIds) patch.assignmentIds = assignmentIds;
  if (markerIds !== state.markerIds) patch.markerIds = markerIds;
  const { voiceId, personId } = state;
  if (voiceId !== null && document.voices.every((voice) => voice.id !== voiceId))
    patch.voiceId = null;
  if (personId !== null && document.people.every((person) => person.id !== personId))
    patch.personId = null;
  if (Object.keys(patch).length > 0) selectionStore.setState(patch);
}
