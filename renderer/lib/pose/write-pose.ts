// Edits of a pose at a frame: into the key that stands there, or into a new one.
import type { CommandInput } from '#core/project/commands/registry.ts';
import type { PoseOperation } from '#core/project/commands/key-operation.ts';
import { poseCurveOf, poseKeysOf } from '#core/pose/pose-track.ts';
import { POSE_PARAMETERS, type GazeTarget, type PoseValues } from '#core/pose/pose-schema.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import type { PersonId } from '#core/project/ids.ts';
import { DRAFT_FRAME_RATE, frameToTicks } from '#core/time/ticks.ts';
import { commitEdit, showEdit } from '../../state/edit.ts';
import { projectStore } from '../../state/project-store.ts';
import { monitorToolStore } from '../people/monitor-tool.ts';
import { poseAt, poseKeyAtFrame, type PoseNow } from './pose-now.ts';

export interface PosePatch {
  readonly values?: PoseValues;
  readonly gaze?: GazeTarget;
  readonly joints?: Readonly<Record<string, readonly [number, number]>>;
}

export interface PosePlace {
  readonly personId: PersonId;
  readonly frame: number;
}

type PoseEdit = CommandInput<'setPoseKeys'>;

function operationOf({ values, gaze, joints }: PosePatch): PoseOperation {
  if (joints !== undefined) return { kind: 'joints' };
  if (gaze !== undefined && values === undefined) return { kind: 'gaze' };
  return { kind: 'pose' };
}

/** The command that puts a patch into the key at a frame. What the key held beside it stays. */
export function poseEdit(
  document: ProjectDocument,
  { personId, frame }: PosePlace,
  patch: PosePatch,
): PoseEdit {
  const standing = poseKeyAtFrame(document, personId, frame);
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  return {
    personId,
    set: [
      {
        tick: standing?.tick ?? frameToTicks(frame, rate),
        values: { ...standing?.values, ...patch.values },
        gaze: patch.gaze ?? standing?.gaze ?? null,
        joints: mutable({ ...standing?.joints, ...patch.joints }),
        interpolation: standing?.interpolation ?? 'smooth',
      },
    ],
    operation: operationOf(patch),
  };
}

function mutable(
  joints: Readonly<Record<string, readonly [number, number]>>,
): Record<string, [number, number]> {
  return Object.fromEntries(
    Object.entries(joints).map(([name, [x, y]]) => [name, [x, y] as [number, number]]),
  );
}

/** Without auto-key only a key that is there already can be changed. */
export function canWritePose({ personId, frame }: PosePlace): boolean {
  const { opened, shown } = projectStore.getState();
  if (opened?.readOnly !== null) return false;
  return monitorToolStore.getState().isAutoKey || poseKeyAtFrame(shown, personId, frame) !== null;
}

export function showPose(place: PosePlace, patch: PosePatch): void {
  if (canWritePose(place))
    showEdit('setPoseKeys', poseEdit(projectStore.getState().shown, place, patch));
}

export async function commitPose(place: PosePlace, patch: PosePatch): Promise<void> {
  if (!canWritePose(place)) return;
  await commitEdit('setPoseKeys', poseEdit(projectStore.getState().shown, place, patch));
}

/** What a key made by hand holds: everything that other keys of the person hold, as it is now. */
export function keyFromNow(document: ProjectDocument, personId: PersonId, now: PoseNow): PosePatch {
  const rate = document.scene?.frameRate ?? DRAFT_FRAME_RATE;
  const keys = poseKeysOf(document, personId);
  const touched = POSE_PARAMETERS.filter(
    (parameter) => poseCurveOf(keys, parameter, rate).length > 0,
  );
  const names = touched.length > 0 ? touched : (['yaw', 'pitch', 'roll'] as const);
  return { values: Object.fromEntries(names.map((name) => [name, now.values[name]])) };
}

/** Adds a key at a frame, or takes the one away that is there. */
export async function togglePoseKey(place: PosePlace, now: PoseNow): Promise<void> {
  const { shown, opened } = projectStore.getState();
  if (opened?.readOnly !== null) return;
  const { personId } = place;
  if (now.key !== null) {
    await commitEdit('setPoseKeys', {
      personId,
      remove: [now.key.tick],
      operation: { kind: 'delete', count: 1 },
    });
    return;
  }
  const input = poseEdit(shown, place, keyFromNow(shown, personId, now));
  await commitEdit('setPoseKeys', { ...input, operation: { kind: 'add', count: 1 } });
}

/** The pose as it is read outside components. */
export function readPose(place: PosePlace, motion: Parameters<typeof poseAt>[3]): PoseNow {
  return poseAt(projectStore.getState().shown, place.personId, place.frame, motion);
}
