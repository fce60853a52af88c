// Ctrl and the wheel enlarge at the pointer; the middle button, or the wheel when enlarged, moves.
import { useEffect, type RefObject } from 'react';
import { zoomAt } from './place-picture.ts';
import { setStageView, stageStore } from './stage-store.ts';

const MIDDLE_BUTTON = 1;
const WHEEL_STEP = 0.0016;

/** Page pixels per CSS pixel of the element: the window may be scaled. */
function scaleOf(element: HTMLElement): number {
  return element.getBoundingClientRect().width / element.offsetWidth || 1;
}

function onWheel(event: WheelEvent, element: HTMLElement): void {
  const { stage, film, view } = stageStore.getState();
  const pageScale = scaleOf(element);
  if (event.ctrlKey || event.metaKey) {
    const rect = element.getBoundingClientRect();
    const x = (event.clientX - rect.left) / pageScale;
    const y = (event.clientY - rect.top) / pageScale;
    const factor = Math.exp(-event.deltaY * WHEEL_STEP);
    setStageView(zoomAt(stage, film, view, { factor, x, y }));
  } else if (view.zoom !== null) {
    const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
    setStageView({ ...view, panX: view.panX - dx / pageScale, panY: view.panY - dy / pageScale });
  } else return;
  event.preventDefault();
}

function onPointerDown(event: PointerEvent, element: HTMLElement): void {
  if (event.button !== MIDDLE_BUTTON) return;
  event.preventDefault();
  const { view, place } = stageStore.getState();
  const pageScale = scaleOf(element);
  element.setPointerCapture(event.pointerId);
  const end = new AbortController();
  const move = ({ clientX, clientY }: PointerEvent): void =>
    setStageView({
      zoom: place.scale,
      panX: view.panX + (clientX - event.clientX) / pageScale,
      panY: view.panY + (clientY - event.clientY) / pageScale,
    });
  element.addEventListener('pointermove', move, { signal: end.signal });
  element.addEventListener('pointerup', () => end.abort(), { signal: end.signal });
  element.addEventListener('pointercancel', () => end.abort(), { signal: end.signal });
}

export function useStageGestures(stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    const end = new AbortController();
    // React's own wheel listener cannot keep the page from zooming.
    element.addEventListener('wheel', (event) => onWheel(event, element), {
      passive: false,
      signal: end.signal,
    });
    element.addEventListener('pointerdown', (event) => onPointerDown(event, element), {
      signal: end.signal,
    });
    return () => end.abort();
  }, [stage]);
}
