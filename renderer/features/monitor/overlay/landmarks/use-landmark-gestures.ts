// Dragging a handle with the pointer, or nudging it with the arrow keys: nothing but the mesh on screen
// changes until the gesture ends, then it is one step.
import { useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { dragLandmarks, dragShares } from '#core/people/drag-landmarks.ts';
import type { FacePart } from '#core/people/face-handles.ts';
import type { Person } from '#core/project/document.ts';
import { clientScale } from '../picture-space.ts';
import { commitLandmarks } from './commit-landmarks.ts';

const NUDGE_PX = 1;
const FAR_NUDGE_PX = 10;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Gesture {
  readonly part: FacePart;
  readonly start: readonly number[];
  readonly shares: Float64Array;
  /** Null: by keys. */
  readonly pointer: { readonly id: number; readonly x: number; readonly y: number } | null;
  dx: number;
  dy: number;
}

export interface LandmarkGestures {
  /** What is on screen. */
  readonly landmarks: readonly number[];
  readonly activePart: FacePart | null;
  readonly onPointerDown: (part: FacePart, event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onKeyDown: (part: FacePart, event: KeyboardEvent) => void;
  /** The end of a nudge, and of the focus. */
  readonly onKeyEnd: () => void;
  /** @returns whether there was a gesture to drop */
  readonly drop: () => boolean;
}

/** @param frame the picture on screen */
export function useLandmarkGestures(person: Person, frame: () => Element | null): LandmarkGestures {
  const gesture = useRef<Gesture | null>(null);
  const { landmarks, latest, show, takeOver, rest } = useShownLandmarks(person, gesture);
  const [activePart, setActivePart] = useState<FacePart | null>(null);

  const begin = (part: FacePart, pointer: Gesture['pointer']): Gesture => {
    const start = latest();
    const shares = dragShares(start, part);
    gesture.current = { part, start, shares, pointer, dx: 0, dy: 0 };
    setActivePart(part);
    return gesture.current;
  };
  const end = (): Gesture | null => {
    const ended = gesture.current;
    gesture.current = null;
    setActivePart(null);
    return ended;
  };
  const commit = (): void => {
    const ended = end();
    if (ended === null) return;
    if (ended.dx === 0 && ended.dy === 0) rest(ended.start);
    else takeOver(landmarksAfter(ended), ended.part);
  };
  return {
    landmarks,
    activePart,
    onPointerDown: (part, event) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      commit();
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus({ preventScroll: true });
      begin(part, { id: event.pointerId, x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event) => {
      const { current } = gesture;
      const element = frame();
      if (current?.pointer?.id !== event.pointerId || element === null) return;
      const scale = clientScale(element);
      current.dx = (event.clientX - current.pointer.x) / scale;
      current.dy = (event.clientY - current.pointer.y) / scale;
      show(landmarksAfter(current));
    },
    onPointerUp: () => {
      if (gesture.current?.pointer !== null) commit();
    },
    onKeyDown: (part, event) => {
      const arrow = ARROWS[event.key] as readonly [number, number] | undefined;
      if (arrow === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const running = gesture.current;
      if (running !== null && running.pointer !== null) return;
      const current = running?.part === part ? running : begin(part, null);
      const step = event.shiftKey ? FAR_NUDGE_PX : NUDGE_PX;
      current.dx += arrow[0] * step;
      current.dy += arrow[1] * step;
      show(landmarksAfter(current));
    },
    onKeyEnd: () => {
      if (gesture.current?.pointer === null) commit();
    },
    drop: () => {
      const dropped = end();
      if (dropped === null) return false;
      rest(dropped.start);
      return true;
    },
  };
}

function landmarksAfter({ start, shares, dx, dy }: Gesture): readonly number[] {
  return dragLandmarks(start, shares, dx, dy);
}

/** Landmarks on screen: those of the document, or of gestures that it has not taken over yet. */
function useShownLandmarks(person: Person, gesture: RefObject<Gesture | null>) {
  const [moved, setMoved] = useState<readonly number[] | null>(null);
  // A nudge may follow the one before within the same frame: it goes on from what that has shown.
  const latest = useRef<readonly number[] | null>(null);
  const pending = useRef(0);
  const lastCommit = useRef<Promise<void>>(Promise.resolve());
  const show = (landmarks: readonly number[] | null): void => {
    latest.current = landmarks;
    setMoved(landmarks);
  };
  /** After a gesture that changed nothing, what was shown before it. */
  const rest = (before: readonly number[]): void => show(pending.current === 0 ? null : before);
  const settle = (): void => {
    pending.current--;
    if (pending.current === 0 && gesture.current === null) show(null);
  };
  const takeOver = (landmarks: readonly number[], part: FacePart): void => {
    pending.current++;
    show(landmarks);
    lastCommit.current = lastCommit.current.then(() =>
      commitLandmarks(person.id, landmarks, part, settle),
    );
  };
  return {
    landmarks: moved ?? person.face.landmarks,
    latest: () => latest.current ?? person.face.landmarks,
    show,
    takeOver,
    rest,
  };
}
