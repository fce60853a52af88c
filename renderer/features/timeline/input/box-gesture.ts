// A box over empty lanes selects the keys inside it; Shift adds to what is selected.
import type { PoseKeyId, ScoreKeyId } from '#core/project/ids.ts';
import { lowerBound } from '#core/project/row-order.ts';
import { tickAt } from '../../../lib/timeline/time-scale.ts';
import { timeScale } from '../../../lib/timeline/time-view.ts';
import { NOTHING_SELECTED, selectionStore } from '../../../state/selection-store.ts';
import { clearOverlay, showOverlay } from '../canvas/overlay-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import { poseY } from '../draw/draw-pose-lane.ts';
import { scoreY } from '../model/score-geometry.ts';
import type { Gesture, PointerPlace } from './gesture.ts';
import { selectKeys } from '../../../lib/timeline/key-selection.ts';

export function selectBox(canvas: TimelineCanvas, start: PointerPlace): Gesture {
  const before = selectionStore.getState();
  const kept = start.isShift ? before : NOTHING_SELECTED;
  const select = (place: PointerPlace): void => {
    const scoreKeyIds = new Set(kept.scoreKeyIds);
    const poseKeyIds = new Set(kept.poseKeyIds);
    collect(canvas, start, place, scoreKeyIds, poseKeyIds);
    selectKeys(scoreKeyIds, poseKeyIds);
  };
  return {
    move(place) {
      const [left, top] = [Math.min(start.x, place.x), Math.min(start.y, place.y)];
      const [width, height] = [Math.abs(place.x - start.x), Math.abs(place.y - start.y)];
      showOverlay({ box: { left, top, width, height } });
      select(place);
    },
    end(_place, hasMoved) {
      clearOverlay();
      if (!hasMoved && !start.isShift) selectKeys(new Set(), new Set());
    },
    cancel() {
      clearOverlay();
      selectKeys(before.scoreKeyIds, before.poseKeyIds);
    },
  };
}

function collect(
  canvas: TimelineCanvas,
  a: PointerPlace,
  b: PointerPlace,
  scoreKeyIds: Set<ScoreKeyId>,
  poseKeyIds: Set<PoseKeyId>,
): void {
  const scale = timeScale();
  const from = tickAt(scale, Math.min(a.x, b.x));
  const to = tickAt(scale, Math.max(a.x, b.x));
  const isBetween = (y: number): boolean => y >= Math.min(a.y, b.y) && y <= Math.max(a.y, b.y);
  for (const lane of canvas.plan.lanes) {
    const person = canvas.model.personOf(lane.personId);
    if (person === null) continue;
    const band = { topPx: canvas.topOf(lane.topPx), heightPx: lane.heightPx };
    if (lane.kind === 'score') {
      const { keys } = person;
      for (let i = lowerBound(keys, ({ tick }) => tick < from); i < keys.length; i++) {
        if (keys[i].tick > to) break;
        const { id, value } = keys[i];
        if (value !== null && isBetween(scoreY(band, value))) scoreKeyIds.add(id);
      }
    } else if (lane.kind === 'pose' && isBetween(poseY(band))) {
      for (const { id, tick } of person.poseKeys)
        if (tick >= from && tick <= to) poseKeyIds.add(id);
    }
  }
}
