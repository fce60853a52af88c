// What actions do with keys of the timeline: those that are selected, or those of the selected person.
import { deleteKeys } from '#core/curve/delete-keys.ts';
import { mirrorScore, silenceRange } from '#core/curve/draw-curve.ts';
import type { KeyEdit } from '#core/curve/key-edit.ts';
import { moveKeys, shiftKeys, type MoveLimits } from '#core/curve/move-keys.ts';
import { addKey } from '#core/curve/open-edited-span.ts';
import type { CurveSurroundings } from '#core/curve/place-keys.ts';
import { setInterpolation } from '#core/curve/shape-keys.ts';
import { smoothKeys } from '#core/curve/smooth-keys.ts';
import type { Interpolation, PoseKey } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { scoreKeysOf } from '#core/project/score-curve.ts';
import { frameToTicks, secondsToTicks, ticksToFrame } from '#core/time/ticks.ts';
import { filmExtent } from '../playback/film-extent.ts';
import { commitEdit } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { viewStore } from '../../state/view-store.ts';
import { analysedAt, analysedScores } from './analysed-scores.ts';
import { selectedPoseKeys, selectedScoreKeys, selectScoreKeysAt } from './key-selection.ts';
import { commitScoreEdits, type PersonEdit, type ScoreOperation } from './score-edits.ts';

const MIRROR_TOLERANCE = 0.12;
const SMOOTH_AMOUNT = 0.5;

export function moveLimits(): MoveLimits {
  const { rate, endTick } = filmExtent();
  return { frameTicks: frameToTicks(1, rate), endTick };
}

export function surroundingsOf(personId: PersonId): CurveSurroundings {
  return { analysedAt: analysedAt(personId), frameTicks: moveLimits().frameTicks };
}

/** The person whose curve is worked on: the selected one, else the first. */
export function keyPersonId(): PersonId | null {
  const { selectedPersonId } = viewStore.getState();
  return selectedPersonId ?? projectStore.getState().shown.people.at(0)?.id ?? null;
}

function frameOfPlayhead(): number {
  const { rate } = filmExtent();
  return frameToTicks(ticksToFrame(viewStore.getState().playheadTick, rate), rate);
}

/** Edits every person's selected keys in the same way. */
async function editSelected(
  operation: (count: number) => ScoreOperation,
  edit: (own: ReturnType<typeof selectedScoreKeys>[number]) => KeyEdit,
): Promise<void> {
  const selected = selectedScoreKeys();
  const count = selected.reduce((sum, { ticks }) => sum + ticks.length, 0);
  if (count === 0) return;
  const edits: PersonEdit[] = selected.map((own) => ({ personId: own.personId, edit: edit(own) }));
  await commitScoreEdits(edits, operation(count));
}

/** A key at the playhead, where the curve is; one that is there already is selected. */
export async function addKeyAtPlayhead(): Promise<void> {
  const personId = keyPersonId();
  if (personId === null) return;
  const tick = frameOfPlayhead();
  const keys = scoreKeysOf(projectStore.getState().document, personId);
  const edit = addKey(keys, tick, surroundingsOf(personId));
  const isDone = await commitScoreEdits([{ personId, edit }], { kind: 'add', count: 1 });
  const isThere = keys.some((key) => key.tick === tick && key.value !== null);
  if (isDone || isThere) selectScoreKeysAt(personId, [tick]);
}

/** Moves selected keys, of curves and of poses, by whole frames and by value. */
export async function nudge(frames: number, value: number): Promise<void> {
  const limits = moveLimits();
  const ticks = frames * limits.frameTicks;
  await editSelected(
    (count) => ({ kind: 'move', count }),
    (own) => moveKeys(own.keys, own.ticks, { ticks, value }, limits),
  );
  if (frames === 0) return;
  for (const { personId, keys } of selectedPoseKeys()) {
    const shift = Math.max(-keys[0].tick, ticks);
    const set = keys.map((key) => ({ ...plainPose(key), tick: key.tick + shift, from: key.tick }));
    await commitEdit('setPoseKeys', {
      personId,
      set,
      operation: { kind: 'move', count: keys.length },
    });
  }
}

export function plainPose({ tick, values, gaze, joints, interpolation }: PoseKey) {
  return { tick, values, gaze, joints, interpolation };
}

/** @param kind what the step is called in the history */
export async function deleteSelectedKeys(kind: 'delete' | 'cut' = 'delete'): Promise<void> {
  await editSelected(
    (count) => ({ kind, count }),
    ({ personId, keys, ticks }) => deleteKeys(keys, ticks, analysedAt(personId)),
  );
  for (const { personId, keys } of selectedPoseKeys()) {
    await commitEdit('setPoseKeys', {
      personId,
      remove: keys.map(({ tick }) => tick),
      operation: { kind, count: keys.length },
    });
  }
}

export async function interpolateSelected(interpolation: Interpolation): Promise<void> {
  await editSelected(
    (count) => ({ kind: 'interpolate', count, interpolation }),
    ({ keys, ticks }) => setInterpolation(keys, ticks, interpolation),
  );
  const own: PoseKey['interpolation'] = interpolation === 'bezier' ? 'smooth' : interpolation;
  for (const { personId, keys } of selectedPoseKeys()) {
    const set = keys.map((key) => ({ ...plainPose(key), interpolation: own }));
    await commitEdit('setPoseKeys', {
      personId,
      set,
      operation: { kind: 'interpolate', count: keys.length, interpolation: own },
    });
  }
}

/** All keys of the person when none are selected. */
export async function smooth(): Promise<void> {
  const selected = selectedScoreKeys();
  if (selected.length > 0) {
    await editSelected(
      () => ({ kind: 'smooth' }),
      ({ keys, ticks }) => smoothKeys(keys, ticks, SMOOTH_AMOUNT),
    );
    return;
  }
  const personId = keyPersonId();
  if (personId === null) return;
  const keys = scoreKeysOf(projectStore.getState().document, personId);
  const ticks = keys.map(({ tick }) => tick);
  const edit = smoothKeys(keys, ticks, SMOOTH_AMOUNT);
  await commitScoreEdits([{ personId, edit }], { kind: 'smooth' });
}

/** From In to Out, else over the selected keys, else all of the film. */
export function workRange(): readonly [startTick: number, endTick: number] {
  const { inTick, outTick } = viewStore.getState();
  const { endTick } = filmExtent();
  if (inTick !== null || outTick !== null) return [inTick ?? 0, outTick ?? endTick];
  const ticks = selectedScoreKeys().flatMap((own) => own.ticks);
  if (ticks.length > 1) return [Math.min(...ticks), Math.max(...ticks)];
  return [0, endTick];
}

export async function silence(): Promise<void> {
  const personId = keyPersonId();
  if (personId === null) return;
  const [start, end] = workRange();
  const keys = scoreKeysOf(projectStore.getState().document, personId);
  const edit = silenceRange(keys, start, end, surroundingsOf(personId));
  await commitScoreEdits([{ personId, edit }], { kind: 'silence' });
}

/** The selected keys, or the whole curve, later or earlier. */
export async function shiftBy(ms: number): Promise<void> {
  const ticks = secondsToTicks(ms / 1000);
  const limits = moveLimits();
  if (selectedScoreKeys().length > 0) {
    await editSelected(
      () => ({ kind: 'shift', ms }),
      (own) => moveKeys(own.keys, own.ticks, { ticks, value: 0 }, limits),
    );
    return;
  }
  const personId = keyPersonId();
  if (personId === null) return;
  const keys = scoreKeysOf(projectStore.getState().document, personId);
  const edit = shiftKeys(keys, ticks, limits);
  await commitScoreEdits([{ personId, edit }], { kind: 'shift', ms });
}

/** The person listens when the next one talks, over the range that is worked on. */
export async function mirrorToOther(): Promise<void> {
  const fromId = keyPersonId();
  const { shown, document } = projectStore.getState();
  const at = shown.people.findIndex(({ id }) => id === fromId);
  if (fromId === null || shown.people.length < 2) return;
  const other = shown.people[(at + 1) % shown.people.length];
  const [start, end] = workRange();
  const { rate } = filmExtent();
  const first = ticksToFrame(start, rate);
  const scores = analysedScores(fromId).subarray(first, ticksToFrame(end, rate));
  const edit = mirrorScore(
    scoreKeysOf(document, other.id),
    scores,
    frameToTicks(first, rate),
    MIRROR_TOLERANCE,
    surroundingsOf(other.id),
  );
  await commitScoreEdits([{ personId: other.id, edit }], { kind: 'mirror' });
}

export function hasSelectedKeys(): boolean {
  const { scoreKeyIds, poseKeyIds } = selectionStore.getState();
  return scoreKeyIds.size + poseKeyIds.size > 0;
}
