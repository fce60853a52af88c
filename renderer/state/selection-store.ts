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
