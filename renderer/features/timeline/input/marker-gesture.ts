// Markers move along the ruler; a click selects, a double click edits.
import type { Marker } from '#core/project/document.ts';
import { tickAt } from '../../../lib/timeline/time-scale.ts';
import { timeScale } from '../../../lib/timeline/time-view.ts';
import { commitEdit, dropEdit, showEdit } from '../../../state/edit.ts';
import { thePlayer } from '../../../state/playback-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { clearOverlay, showOverlay } from '../canvas/overlay-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import type { Gesture, PointerPlace } from './gesture.ts';
import { snapTick } from './snap.ts';

export function dragMarker(canvas: TimelineCanvas, marker: Marker): Gesture {
  selectionStore.setState({ markerIds: new Set([marker.id]) });
  const planned = (place: PointerPlace) => {
    const own = new Set([marker.tick]);
    const snap = snapTick(canvas, tickAt(timeScale(), place.x), place.isCtrl, own);
    return { snap, input: { set: [{ ...marker, tick: snap.tick }], remove: [] } };
  };
  return {
    move(place) {
      const { snap, input } = planned(place);
      showOverlay({ snapTick: snap.at });
      showEdit('setMarkers', input);
    },
    end(place, hasMoved) {
      clearOverlay();
      if (hasMoved) void commitEdit('setMarkers', planned(place).input);
      else {
        dropEdit();
        thePlayer().seek(marker.tick);
      }
    },
    cancel() {
      clearOverlay();
      dropEdit();
    },
  };
}
