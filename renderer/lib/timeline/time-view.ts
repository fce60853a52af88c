// The part of the film that the timeline shows. While a gesture zooms or scrolls only the canvas
// follows; the store, and with it the host, hears of it when the gesture rests.
import { clampScale, fitTicksPerPixel } from './zoom.ts';
import { changeView, viewStore } from '../../state/view-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { filmExtent } from '../playback/film-extent.ts';
import type { TimeScale } from './time-scale.ts';
import { timelineStore } from './timeline-store.ts';

const REST_MS = 150;

let live: TimeScale | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

/** What is on screen now. */
export function timeScale(): TimeScale {
  return live ?? keptScale();
}

/** As the store has it; zoom 0 is "all of the film". */
function keptScale(): TimeScale {
  const { startTick, ticksPerPixel } = viewStore.getState();
  const { widthPx } = timelineStore.getState();
  const { endTick } = filmExtent();
  const kept = ticksPerPixel === 0 ? fitTicksPerPixel(endTick, widthPx) : ticksPerPixel;
  return clampScale({ startTick, ticksPerPixel: kept }, endTick, widthPx);
}

/** Shows another part of the film. @param isFit keeps following the length of the film */
export function showTime(scale: TimeScale, isFit = false): void {
  const { widthPx } = timelineStore.getState();
  live = clampScale(scale, filmExtent().endTick, widthPx);
  for (const listener of listeners) listener();
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => settle(isFit), REST_MS);
}

function settle(isFit: boolean): void {
  timer = null;
  if (live === null) return;
  const { startTick, ticksPerPixel } = live;
  live = null;
  changeView({
    startTick: Math.max(0, Math.round(startTick)),
    ticksPerPixel: isFit ? 0 : ticksPerPixel,
  });
}

/** Calls `listener` whenever another part of the film is shown, at once. */
export function onTimeView(listener: () => void): () => void {
  const ends = [
    viewStore.subscribe((view, before) => {
      if (view.startTick !== before.startTick || view.ticksPerPixel !== before.ticksPerPixel)
        listener();
    }),
    timelineStore.subscribe((state, before) => {
      if (state.widthPx !== before.widthPx) listener();
    }),
    projectStore.subscribe((state, before) => {
      if (state.opened?.session !== before.opened?.session) live = null;
      if (state.shown.voices !== before.shown.voices) listener();
    }),
  ];
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    for (const end of ends) end();
  };
}
