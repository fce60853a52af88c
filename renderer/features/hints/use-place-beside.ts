// Keeps a card beside an element of the window, wherever that moves.
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export type Side = 'top' | 'bottom' | 'right';

const GAP_PX = 10;
const EDGE_PX = 8;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Top left corner of a card of `size` beside `anchor`, inside `room`. */
export function placeBeside(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
  side: Side,
): { readonly left: number; readonly top: number } {
  const wanted =
    side === 'right'
      ? { left: anchor.left + anchor.width + GAP_PX, top: anchor.top + EDGE_PX }
      : {
          left: anchor.left + (anchor.width - size.width) / 2,
          top:
            side === 'top'
              ? anchor.top - size.height - GAP_PX
              : anchor.top + anchor.height + GAP_PX,
        };
  const inside = (at: number, own: number, all: number): number =>
    Math.max(EDGE_PX, Math.min(all - own - EDGE_PX, at));
  return {
    left: inside(wanted.left, size.width, room.width),
    top: inside(wanted.top, size.height, room.height),
  };
}

/** @returns the card, and whether there is an element that it stands beside */
export function usePlaceBeside(
  selector: string,
  side: Side,
): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const card = useRef<HTMLDivElement>(null);
  const [isPlaced, setPlaced] = useState(true);
  useLayoutEffect(() => {
    const place = (): void => {
      const element = card.current;
      const anchor = document.querySelector<HTMLElement>(selector);
      const isThere = anchor !== null && anchor.checkVisibility();
      setPlaced(isThere);
      if (element === null || !isThere) return;
      const own = element.getBoundingClientRect();
      // The interface may be scaled; rects are in pixels of the window, styles in pixels of the page.
      const scale = own.width / element.offsetWidth || 1;
      const room = { width: window.innerWidth, height: window.innerHeight };
      const { left, top } = placeBeside(anchor.getBoundingClientRect(), own, room, side);
      element.style.left = `${left / scale}px`;
      element.style.top = `${top / scale}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    const anchor = document.querySelector(selector);
    if (anchor !== null) observer.observe(anchor);
    if (card.current !== null) observer.observe(card.current);
    window.addEventListener('resize', place);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', place);
    };
  });
  return [card, isPlaced];
}
