// Where the ghost hangs: 10 px right of and below the pointer, on the other side where it would
// cover the mouth of the target or leave the window.
import type { ClientRect } from './drop-target.ts';

const GAP_PX = 10;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Place {
  readonly left: number;
  readonly top: number;
}

export function placeGhost(
  pointer: { readonly x: number; readonly y: number },
  ghost: Size,
  clear: ClientRect | null,
  page: Size,
): Place {
  const right = pointer.x + GAP_PX;
  const left = pointer.x - GAP_PX - ghost.width;
  const below = pointer.y + GAP_PX;
  const above = pointer.y - GAP_PX - ghost.height;
  const places: readonly Place[] = [
    { left: right, top: below },
    { left, top: below },
    { left: right, top: above },
    { left, top: above },
  ];
  const fits = places.filter(
    (at) =>
      at.left >= 0 &&
      at.top >= 0 &&
      at.left + ghost.width <= page.width &&
      at.top + ghost.height <= page.height,
  );
  return fits.find((at) => clear === null || !covers(at, ghost, clear)) ?? fits.at(0) ?? places[0];
}

function covers(at: Place, ghost: Size, rect: ClientRect): boolean {
  return (
    at.left < rect.right &&
    at.left + ghost.width > rect.left &&
    at.top < rect.bottom &&
    at.top + ghost.height > rect.top
  );
}
