// Pointer and keys on the canvas: finds what lies under the pointer and begins its gesture.
import { openContextMenu } from '../../../ui/context-menu.tsx';
import { frameToTicks } from '#core/time/ticks.ts';
import { timelineStore } from '../../../lib/timeline/timeline-store.ts';
import { selectPerson } from '../../../lib/people/select-person.ts';
import { openDialog, setHints } from '../../../state/app-store.ts';
import { i18n } from '../../../lib/i18n/i18n.ts';
import { activateEditTarget, registerEditTarget } from '../../../state/edit-target.ts';
import { thePlayer } from '../../../state/playback-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { showOverlay } from '../canvas/overlay-store.ts';
import type { TimelineCanvas } from '../canvas/timeline-canvas.ts';
import { xOf } from '../../../lib/timeline/time-scale.ts';
import { timeScale } from '../../../lib/timeline/time-view.ts';
import { poseY } from '../draw/draw-pose-lane.ts';
import { scoreY } from '../model/score-geometry.ts';
import { selectBox } from './box-gesture.ts';
import { pressClip, splitClip } from './clip-gestures.ts';
import { placeOf, type Gesture, type PointerPlace } from './gesture.ts';
import { hitAt, type Hit } from './hit-test.ts';
import { dragKeyHandle, dragKeys, pullKey } from './key-gestures.ts';
import { keyMenu } from './key-menu.ts';
import { dragMarker } from './marker-gesture.ts';
import { drawByHand } from './pencil-gesture.ts';
import { dragPoseKeys } from './pose-gestures.ts';
import { TIMELINE_EDITS } from '../../../lib/timeline/timeline-edits.ts';
import { onTimelineWheel } from './timeline-wheel.ts';
import { dragMinimap, dragRangeEdge, scrub } from './view-gestures.ts';

const CLICK_PX = 3;

/** @returns stops listening */
export function startTimelineInput(canvas: TimelineCanvas, element: HTMLElement): () => void {
  const end = new AbortController();
  const { signal } = end;
  let running: { readonly gesture: Gesture; readonly start: PointerPlace } | null = null;
  let hasMoved = false;
  let waiting: PointerPlace | null = null;
  let frame = 0;

  const flush = (): void => {
    frame = 0;
    if (running !== null && waiting !== null) running.gesture.move(waiting);
    waiting = null;
  };
  const onMove = (event: PointerEvent): void => {
    const place = placeOf(event, element);
    if (running === null) {
      hover(hitAt(canvas, place.x, place.y), element);
      return;
    }
    const { start } = running;
    hasMoved ||= Math.hypot(place.x - start.x, place.y - start.y) > CLICK_PX;
    if (!hasMoved) return;
    // At most one step per frame, however fast the pointer reports.
    waiting = place;
    frame ||= requestAnimationFrame(flush);
  };
  const finish = (event: PointerEvent): void => {
    if (running === null) return;
    cancelAnimationFrame(frame);
    frame = 0;
    const { gesture } = running;
    running = null;
    waiting = null;
    gesture.end(placeOf(event, element), hasMoved);
  };
  const cancel = (): void => {
    running?.gesture.cancel();
    running = null;
    waiting = null;
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    activateEditTarget(TIMELINE_EDITS);
    const place = placeOf(event, element);
    const gesture = begin(canvas, event, hitAt(canvas, place.x, place.y), place);
    if (gesture === null) return;
    element.setPointerCapture(event.pointerId);
    hasMoved = false;
    running = { gesture, start: place };
  };
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', finish, { signal });
  element.addEventListener('pointercancel', cancel, { signal });
  element.addEventListener('pointerleave', () => showOverlay({ hover: null }), { signal });
  element.addEventListener('wheel', onTimelineWheel, { signal, passive: false });
  element.addEventListener(
    'dblclick',
    (event) => {
      const place = placeOf(event, element);
      if (hitAt(canvas, place.x, place.y).kind === 'marker') openDialog('marker');
    },
    { signal },
  );
  element.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault();
      const place = placeOf(event, element);
      const entries = keyMenu(hitAt(canvas, place.x, place.y));
      if (entries.length === 0) return;
      const label = i18n.t('timeline:region');
      openContextMenu({ label, entries, x: event.clientX, y: event.clientY });
    },
    { signal },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || running === null) return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    },
    { signal, capture: true },
  );
  const endTarget = registerEditTarget(TIMELINE_EDITS);
  return () => {
    cancel();
    endTarget();
    end.abort();
  };
}

function begin(
  canvas: TimelineCanvas,
  event: PointerEvent,
  hit: Hit,
  place: PointerPlace,
): Gesture | null {
  if ('person' in hit) selectPerson(hit.person.person.id);
  switch (hit.kind) {
    case 'minimap':
      return dragMinimap(canvas, place);
    case 'ruler':
      return scrub(canvas, place);
    case 'range-edge':
      return dragRangeEdge(canvas, hit.edge);
    case 'marker':
      return dragMarker(canvas, hit.marker);
    case 'chunk-bar':
      return pressChunk(canvas, hit, place);
    case 'score-handle':
      return dragKeyHandle(hit);
    case 'score-key':
    case 'score-line':
    case 'score-lane':
      return beginOnScore(canvas, event, hit, place);
    case 'pose-key':
      return dragPoseKeys(canvas, hit, place);
    case 'clip':
      if (timelineStore.getState().tool === 'split') splitClip(hit);
      else pressClip(event, hit, place);
      return null;
    case 'pose-lane':
    case 'lane':
    case 'none':
      return selectBox(canvas, place);
  }
}

type ScoreHit = Extract<Hit, { kind: 'score-key' | 'score-line' | 'score-lane' }>;

/** A second click in an empty place adds a key there. */
function beginOnScore(
  canvas: TimelineCanvas,
  event: PointerEvent,
  hit: ScoreHit,
  place: PointerPlace,
): Gesture {
  if (timelineStore.getState().tool === 'pencil') return drawByHand(canvas, hit, place);
  if (hit.kind === 'score-key') return dragKeys(canvas, hit, place);
  if (hit.kind === 'score-line' || event.detail > 1) return pullKey(canvas, hit, place);
  return selectBox(canvas, place);
}

function pressChunk(
  canvas: TimelineCanvas,
  { seam }: Extract<Hit, { kind: 'chunk-bar' }>,
  place: PointerPlace,
): Gesture | null {
  if (seam === null) return scrub(canvas, place);
  const { chunks } = canvas.model.chunks;
  selectionStore.setState({ seamIndex: seam });
  thePlayer().seek(frameToTicks(chunks[seam].first, canvas.model.rate));
  return null;
}

const CURSORS: Partial<Record<Hit['kind'], string>> = {
  'score-key': 'move',
  'score-handle': 'move',
  'score-line': 'copy',
  'pose-key': 'ew-resize',
  'range-edge': 'ew-resize',
  marker: 'ew-resize',
  clip: 'grab',
};

function hover(hit: Hit, element: HTMLElement): void {
  const { tool } = timelineStore.getState();
  const isScore = hit.kind.startsWith('score-');
  element.style.cursor =
    tool === 'pencil' && isScore
      ? 'crosshair'
      : tool === 'split' && hit.kind === 'clip'
        ? 'col-resize'
        : (CURSORS[hit.kind] ?? 'default');
  showOverlay({ hover: keyPlace(hit) });
  const t = (key: 'drag' | 'moveKey' | 'axis' | 'copy' | 'noSnap'): string =>
    i18n.t(`timeline:hint.${key}`);
  setHints(
    hit.kind === 'score-key'
      ? [
          [t('drag'), t('moveKey')],
          ['Shift', t('axis')],
          ['Alt', t('copy')],
          ['Ctrl', t('noSnap')],
        ]
      : [],
  );
}

function keyPlace(hit: Hit): { readonly x: number; readonly y: number } | null {
  if (hit.kind === 'score-key' && hit.key.value !== null)
    return { x: xOf(timeScale(), hit.key.tick), y: scoreY(hit.band, hit.key.value) };
  if (hit.kind === 'pose-key') return { x: xOf(timeScale(), hit.key.tick), y: poseY(hit.band) };
  return null;
}
