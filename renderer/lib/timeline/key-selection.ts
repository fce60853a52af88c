// Selected keys by person, as operations on curves want them.
import type { PoseKey, ScoreKey } from '#core/project/document.ts';
import type { PersonId, PoseKeyId, ScoreKeyId } from '#core/project/ids.ts';
import { poseKeysOf } from '#core/pose/pose-track.ts';
import { scoreKeysOf } from '#core/project/score-curve.ts';
import { projectStore } from '../../state/project-store.ts';
import { selectionStore } from '../../state/selection-store.ts';

export interface SelectedScoreKeys {
  readonly personId: PersonId;
  readonly keys: readonly ScoreKey[];
  readonly ticks: readonly number[];
}

/** Score keys that are selected, with all keys of their people. */
export function selectedScoreKeys(): SelectedScoreKeys[] {
  const { scoreKeyIds } = selectionStore.getState();
  if (scoreKeyIds.size === 0) return [];
  const { document } = projectStore.getState();
  return document.people.flatMap(({ id }) => {
    const keys = scoreKeysOf(document, id);
    const ticks = keys.filter((key) => scoreKeyIds.has(key.id)).map(({ tick }) => tick);
    return ticks.length === 0 ? [] : [{ personId: id, keys, ticks }];
  });
}

export interface SelectedPoseKeys {
  readonly personId: PersonId;
  readonly keys: readonly PoseKey[];
}

export function selectedPoseKeys(): SelectedPoseKeys[] {
  const { poseKeyIds } = selectionStore.getState();
  if (poseKeyIds.size === 0) return [];
  const { document } = projectStore.getState();
  return document.people.flatMap(({ id }) => {
    const keys = poseKeysOf(document, id).filter((key) => poseKeyIds.has(key.id));
    return keys.length === 0 ? [] : [{ personId: id, keys }];
  });
}

/** Keys are selected alone: stretches and markers are let go. */
export function selectKeys(
  scoreKeyIds: ReadonlySet<ScoreKeyId>,
  poseKeyIds: ReadonlySet<PoseKeyId>,
): void {
  selectionStore.setState({
    scoreKeyIds,
    poseKeyIds,
    assignmentIds: new Set(),
    markerIds: new Set(),
  });
}

/** Selects the score keys of a person at some ticks, as soon as the document has them. */
export function selectScoreKeysAt(personId: PersonId, ticks: readonly number[]): void {
  const wanted = new Set(ticks);
  const { document } = projectStore.getState();
  const ids = scoreKeysOf(document, personId)
    .filter(({ tick, value }) => value !== null && wanted.has(tick))
    .map(({ id }) => id);
  selectKeys(new Set(ids), new Set());
}
