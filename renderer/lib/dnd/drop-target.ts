// A place that something can be dropped on.
import type { DragPayload } from './drag-payload.ts';

export interface DropVerdict {
  readonly isLegal: boolean;
  /** The result ("Ben speaks voice_R"), or why not ("Ben is silent"). */
  readonly message: string;
  /** Colour of the result, e.g. `var(--speaker-2)`; null: neutral. */
  readonly color: string | null;
}

export interface ClientRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface DropTarget {
  readonly id: string;
  /** For screen readers. */
  readonly name: string;
  /** Place in the walk of the arrow keys. */
  readonly order: number;
  /** Client pixels from the point to the target: 0 inside, null when out of sight. */
  readonly distanceTo: (x: number, y: number) => number | null;
  /** Null: has nothing to do with it. */
  readonly judge: (payload: DragPayload) => DropVerdict | null;
  readonly drop: (payload: DragPayload) => void | Promise<void>;
  /** A part that the ghost may never cover, in client pixels: the mouth. */
  readonly keepClear?: () => ClientRect | null;
}

/** A target catches the pointer from this far away. */
export const CATCH_PX = 24;

/** The target under the point, or the nearest one within reach. */
export function nearestTarget(
  targets: readonly DropTarget[],
  x: number,
  y: number,
): DropTarget | null {
  let best: DropTarget | null = null;
  let bestPx = CATCH_PX;
  for (const target of targets) {
    const px = target.distanceTo(x, y);
    if (px === null || px > bestPx) continue;
    // Of two that hold the point, the one registered last lies on top.
    best = target;
    bestPx = px;
  }
  return best;
}

/** Distance to a box, for targets that are one. */
export function distanceToRect(rect: ClientRect, x: number, y: number): number {
  const dx = Math.max(rect.left - x, 0, x - rect.right);
  const dy = Math.max(rect.top - y, 0, y - rect.bottom);
  return Math.hypot(dx, dy);
}
