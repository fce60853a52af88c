// Dragging what is no edit of the film: the playhead, the part that is shown, In and Out.
import { showTime, timeScale } from '../../../lib/timeline/time-view.ts';
import { timelineStore } from '../../../lib/timeline/timeline-store.ts';
import { tickAt } from '../../../lib/timeline/time-scale.ts';
import { thePlayer } from '../../../state/playback-store.ts';
import { changeView, viewStore } from '../../../state/view-store.ts';
import { clearOverlay, showOverlay } from '../canvas/overlay-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import type { Gesture, PointerPlace } from './gesture.ts';
import { snapTick } from './snap.ts';

/** The playhead goes where the pointer is. */
export function scrub(canvas: TimelineCanvas, start: PointerPlace): Gesture {
  const before = viewStore.getState().playheadTick;
  const go = (place: PointerPlace): void => {
    const own = new Set([viewStore.getState().playheadTick]);
    const tick = Math.max(0, tickAt(timeScale(), place.x));
    thePlayer().seek(snapTick(canvas, tick, place.isCtrl, own).tick);
  };
  go(start);
  return { move: go, end: () => undefined, cancel: () => thePlayer().seek(before) };
}

/** The middle of what is shown goes where the pointer is in the minimap. */
export function dragMinimap(canvas: TimelineCanvas, start: PointerPlace): Gesture {
  const go = ({ x }: PointerPlace): void => {
    const { widthPx } = timelineStore.getState();
    const scale = timeScale();
    const middle = (x / Math.max(1, widthPx)) * canvas.model.endTick;
    showTime({ ...scale, startTick: middle - (widthPx / 2) * scale.ticksPerPixel });
  };
  go(start);
  return { move: go, end: () => undefined, cancel: () => undefined };
}

export function dragRangeEdge(canvas: TimelineCanvas, edge: 'in' | 'out'): Gesture {
  const before = viewStore.getState();
  return {
    move(place) {
      const own = new Set([before.inTick ?? -1, before.outTick ?? -1]);
      const snap = snapTick(canvas, tickAt(timeScale(), place.x), place.isCtrl, own);
      const { inTick, outTick } = viewStore.getState();
      if (edge === 'in' && snap.tick < (outTick ?? Infinity)) changeView({ inTick: snap.tick });
      if (edge === 'out' && snap.tick > (inTick ?? -1)) changeView({ outTick: snap.tick });
      showOverlay({ snapTick: snap.at });
    },
    end: clearOverlay,
    cancel() {
      clearOverlay();
      changeView({ inTick: before.inTick, outTick: before.outTick });
    },
  };
}
