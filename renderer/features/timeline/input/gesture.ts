// What a drag on the timeline does while it runs. One gesture, one undo step.

export interface PointerPlace {
  /** Canvas pixels. */
  readonly x: number;
  readonly y: number;
  readonly isShift: boolean;
  readonly isAlt: boolean;
  readonly isCtrl: boolean;
}

export interface Gesture {
  move(place: PointerPlace): void;
  /** @param hasMoved further than a click */
  end(place: PointerPlace, hasMoved: boolean): void;
  cancel(): void;
}

export function placeOf(event: PointerEvent | MouseEvent, element: Element): PointerPlace {
  const rect = element.getBoundingClientRect();
  return {
    x: event.clientX - rect.left,
    y: event.clientY - rect.top,
    isShift: event.shiftKey,
    isAlt: event.altKey,
    isCtrl: event.ctrlKey || event.metaKey,
  };
}
