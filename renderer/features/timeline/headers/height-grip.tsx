// The lower edge of a lane, to be dragged; double click folds and unfolds it.
import { useRef } from 'react';
import { changeView, viewStore } from '../../../state/view-store.ts';
import { FOLD_BELOW_PX, HEAT_PX, type Lane } from '../model/lane-plan.ts';

const LEAST_PX = 24;
const MOST_PX = 400;
const UNFOLDED_PX = 112;

export function HeightGrip({ lane }: { readonly lane: Lane }) {
  const drag = useRef<{ readonly y: number; readonly heightPx: number } | null>(null);
  const keep = (heightPx: number): void => {
    const { laneHeights } = viewStore.getState();
    const id = lane.id;
    const height = Math.round(Math.min(MOST_PX, Math.max(LEAST_PX, heightPx)));
    changeView({ laneHeights: { ...laneHeights, [id]: height } });
  };
  return (
    <div
      className="lane-header__edge"
      aria-hidden
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { y: event.clientY, heightPx: lane.heightPx };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) keep(drag.current.heightPx + event.clientY - drag.current.y);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onDoubleClick={() => keep(lane.heightPx < FOLD_BELOW_PX ? UNFOLDED_PX : HEAT_PX)}
    />
  );
}
