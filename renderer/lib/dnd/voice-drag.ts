// Dragging a voice onto a person, or a person onto a voice: one model for pointer and keyboard,
// shared by timeline, bin, people and monitor. Sources begin a drag; targets register themselves.
import { createStore } from 'zustand/vanilla';
import { announce } from '../announcer/announce.ts';
import { i18n } from '../i18n/i18n.ts';
import type { DragPayload } from './drag-payload.ts';
import { nearestTarget, type DropTarget, type DropVerdict } from './drop-target.ts';

export interface VoiceDragState {
  readonly payload: DragPayload | null;
  /** `pointer` follows the mouse, `keyboard` walks from target to target. */
  readonly mode: 'pointer' | 'keyboard' | null;
  readonly hoveredId: string | null;
  /** What a drop would do now; null over nothing useful. */
  readonly verdict: DropVerdict | null;
}

const IDLE: VoiceDragState = { payload: null, mode: null, hoveredId: null, verdict: null };
export const voiceDragStore = createStore<VoiceDragState>(() => IDLE);

const START_PX = 4;
const targets = new Map<string, DropTarget>();
const pointerListeners = new Set<(x: number, y: number) => void>();

/** @returns takes the target away again */
export function registerDropTarget(target: DropTarget): () => void {
  targets.set(target.id, target);
  return () => {
    if (targets.get(target.id) === target) targets.delete(target.id);
  };
}

/** Where the pointer is while a drag runs, in client pixels; for the ghost, without the store. */
export function onDragMove(listener: (x: number, y: number) => void): () => void {
  pointerListeners.add(listener);
  return () => pointerListeners.delete(listener);
}

/** Targets that have something to say about what is dragged, in walking order. */
function concernedTargets(payload: DragPayload): readonly DropTarget[] {
  return [...targets.values()]
    .filter((target) => target.judge(payload) !== null)
    .sort((a, b) => a.order - b.order);
}

export function hoveredTarget(): DropTarget | null {
  const { hoveredId } = voiceDragStore.getState();
  return hoveredId === null ? null : (targets.get(hoveredId) ?? null);
}

function hover(payload: DragPayload, target: DropTarget | null): void {
  const { hoveredId } = voiceDragStore.getState();
  if ((target?.id ?? null) === hoveredId) return;
  const verdict = target?.judge(payload) ?? null;
  voiceDragStore.setState({ hoveredId: target?.id ?? null, verdict });
}

export function cancelVoiceDrag(): void {
  const { payload, mode } = voiceDragStore.getState();
  if (payload !== null && mode === 'keyboard') announce(i18n.t('dnd:cancelled'));
  endSession();
}

/** Lets go over the hovered target. A wrong target changes nothing. */
async function drop(): Promise<void> {
  const { payload, verdict, mode } = voiceDragStore.getState();
  const target = hoveredTarget();
  endSession();
  if (payload === null || target === null || verdict?.isLegal !== true) {
    if (mode === 'keyboard') announce(verdict?.message ?? i18n.t('dnd:nothing'));
    return;
  }
  announce(i18n.t('dnd:dropped', { result: verdict.message }));
  await target.drop(payload);
}

let session: AbortController | null = null;

function endSession(): void {
  session?.abort();
  session = null;
  voiceDragStore.setState(IDLE);
}

function openSession(): AbortSignal {
  endSession();
  session = new AbortController();
  return session.signal;
}

/**
 * Call on pointerdown of a source. The drag begins after 4 px, so that a click stays a click.
 * `onClick` is called when the pointer went up without a drag.
 */
export function beginVoiceDrag(
  event: Pick<PointerEvent, 'button' | 'clientX' | 'clientY' | 'pointerId'>,
  payload: DragPayload,
  onClick?: () => void,
): void {
  if (event.button !== 0) return;
  const signal = openSession();
  let isDragging = false;
  const onMove = (move: PointerEvent): void => {
    if (move.pointerId !== event.pointerId) return;
    const farPx = Math.hypot(move.clientX - event.clientX, move.clientY - event.clientY);
    if (!isDragging && farPx < START_PX) return;
    if (!isDragging) {
      isDragging = true;
      voiceDragStore.setState({ payload, mode: 'pointer', hoveredId: null, verdict: null });
    }
    hover(payload, nearestTarget(concernedTargets(payload), move.clientX, move.clientY));
    for (const listener of pointerListeners) listener(move.clientX, move.clientY);
    move.preventDefault();
  };
  const onUp = (up: PointerEvent): void => {
    if (up.pointerId !== event.pointerId) return;
    if (isDragging) void drop();
    else {
      endSession();
      onClick?.();
    }
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', cancelVoiceDrag, { signal });
  window.addEventListener('blur', cancelVoiceDrag, { signal });
  window.addEventListener('keydown', onEscape, { signal, capture: true });
}

function onEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  cancelVoiceDrag();
}

/** Call on Space of a focused source: arrows walk the targets, Enter drops, Esc cancels. */
export function pickUpVoice(payload: DragPayload): void {
  const signal = openSession();
  const found = concernedTargets(payload);
  voiceDragStore.setState({ payload, mode: 'keyboard', hoveredId: null, verdict: null });
  announce(i18n.t('dnd:pickedUp', { name: payload.name, count: found.length }));
  const walk = (by: number): void => {
    const all = concernedTargets(payload);
    if (all.length === 0) return;
    const { hoveredId } = voiceDragStore.getState();
    const at = all.findIndex((target) => target.id === hoveredId);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    hover(payload, all[next]);
    announce(all[next].judge(payload)?.message ?? all[next].name);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') walk(1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') walk(-1);
    else if (event.key === 'Enter' || event.key === ' ') void drop();
    else if (event.key === 'Escape' || event.key === 'Tab') cancelVoiceDrag();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKeyDown, { signal, capture: true });
  window.addEventListener('pointerdown', cancelVoiceDrag, { signal, capture: true });
}
