// What a gesture shows over the lanes. Changed often, drawn on a layer of its own, never kept.
import type { Box } from '../draw/draw-overlay.ts';

export interface Overlay {
  readonly box: Box | null;
  readonly snapTick: number | null;
  readonly value: { readonly x: number; readonly y: number; readonly text: string } | null;
  readonly hover: { readonly x: number; readonly y: number } | null;
  /** A line drawn by hand, in canvas pixels. */
  readonly stroke: readonly (readonly [x: number, y: number])[];
}

export const NO_OVERLAY: Overlay = {
  box: null,
  snapTick: null,
  value: null,
  hover: null,
  stroke: [],
};

let overlay: Overlay = NO_OVERLAY;
const listeners = new Set<() => void>();

export const readOverlay = (): Overlay => overlay;

export function showOverlay(patch: Partial<Overlay>): void {
  overlay = { ...overlay, ...patch };
  for (const listener of listeners) listener();
}

export function clearOverlay(): void {
  if (overlay === NO_OVERLAY) return;
  overlay = NO_OVERLAY;
  for (const listener of listeners) listener();
}

export function onOverlay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
