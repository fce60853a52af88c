// The wheel over lanes and their heads: Ctrl zooms at the pointer, Shift or a sideways wheel scrolls in
// time, otherwise lanes scroll.
import { onlyLanes } from './lane-scroll.ts';
import { showTime, timeScale } from '../../../lib/timeline/time-view.ts';
import { zoomAt } from '../../../lib/timeline/zoom.ts';

/** One notch of a wheel zooms by a fifth. */
const ZOOM_PER_PIXEL = Math.log(1.2) / 100;
const LINE_PX = 20;

const pixels = (event: WheelEvent, delta: number): number =>
  event.deltaMode === WheelEvent.DOM_DELTA_LINE ? delta * LINE_PX : delta;

export function onTimelineWheel(event: WheelEvent): void {
  event.preventDefault();
  const x = event.target instanceof Element ? xInLanes(event) : 0;
  const [dx, dy] = [pixels(event, event.deltaX), pixels(event, event.deltaY)];
  if (event.ctrlKey || event.metaKey) {
    showTime(zoomAt(timeScale(), Math.exp(-dy * ZOOM_PER_PIXEL), x));
    return;
  }
  const sideways = event.shiftKey ? dx || dy : dx;
  if (sideways !== 0) {
    const scale = timeScale();
    showTime({ ...scale, startTick: scale.startTick + sideways * scale.ticksPerPixel });
  }
  if (!event.shiftKey && dy !== 0) onlyLanes(dy);
}

function xInLanes(event: WheelEvent): number {
  const canvas = document.querySelector('[data-timeline-canvas]');
  return Math.max(0, event.clientX - (canvas?.getBoundingClientRect().left ?? 0));
}
