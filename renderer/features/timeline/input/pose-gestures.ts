// Pose keys on their lane: selected by a click, moved in time by a drag.
import type { CommandInput } from '#core/project/commands/registry.ts';
import { timeScale } from '../../../lib/timeline/time-view.ts';
import { commitEdit, dropEdit, showEdit } from '../../../state/edit.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { clearOverlay, showOverlay } from '../canvas/overlay-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import { askImpact, forgetImpact } from '../../../lib/timeline/ask-impact.ts';
import type { Gesture, PointerPlace } from './gesture.ts';
import type { Hit } from './hit-test.ts';
import { selectedPoseKeys, selectKeys } from '../../../lib/timeline/key-selection.ts';
import { snapTick } from './snap.ts';

type PoseHit = Extract<Hit, { kind: 'pose-key' }>;
type PoseEdit = CommandInput<'setPoseKeys'>;

export function dragPoseKeys(canvas: TimelineCanvas, hit: PoseHit, start: PointerPlace): Gesture {
  const { poseKeyIds, scoreKeyIds } = selectionStore.getState();
  if (start.isShift) {
    const ids = new Set(poseKeyIds);
    if (!ids.delete(hit.key.id)) ids.add(hit.key.id);
    selectKeys(scoreKeyIds, ids);
  } else if (!poseKeyIds.has(hit.key.id)) selectKeys(new Set(), new Set([hit.key.id]));
  const own = selectedPoseKeys().find(({ personId }) => personId === hit.person.person.id);
  const keys = own?.keys ?? [];
  const ownTicks = new Set(keys.map(({ tick }) => tick));

  const planned = (place: PointerPlace): { edit: PoseEdit | null; at: number | null } => {
    const wanted = hit.key.tick + (place.x - start.x) * timeScale().ticksPerPixel;
    const snap = snapTick(canvas, wanted, place.isCtrl, ownTicks);
    const first = Math.min(...keys.map(({ tick }) => tick));
    const shift = Math.max(-first, snap.tick - hit.key.tick);
    if (shift === 0 || keys.length === 0) return { edit: null, at: snap.at };
    const set = keys.map(({ tick, values, gaze, joints, interpolation }) => ({
      tick: tick + shift,
      values,
      gaze,
      joints,
      interpolation,
      ...(place.isAlt ? {} : { from: tick }),
    }));
    const kind = place.isAlt ? 'duplicate' : 'move';
    const operation = { kind, count: keys.length } as const;
    return { edit: { personId: hit.person.person.id, set, operation }, at: snap.at };
  };
  return {
    move(place) {
      const { edit, at } = planned(place);
      showOverlay({ snapTick: at });
      if (edit === null) return;
      showEdit('setPoseKeys', edit);
      askImpact();
    },
    end(place, hasMoved) {
      clearOverlay();
      forgetImpact();
      const { edit } = planned(place);
      if (hasMoved && edit !== null) void commitEdit('setPoseKeys', edit);
      else dropEdit();
    },
    cancel() {
      clearOverlay();
      forgetImpact();
      dropEdit();
    },
  };
}
