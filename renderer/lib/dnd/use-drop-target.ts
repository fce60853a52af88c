// A drop target as a component: registers the element's box, and says how it looks now.
import { useEffect, type RefObject } from 'react';
import { useStore } from 'zustand';
import { distanceToRect, type DropTarget } from './drop-target.ts';
import { registerDropTarget, voiceDragStore } from './voice-drag.ts';

/** `legal`: could take it; `hovered`: would take it now; `wrong`: hovered but cannot. */
export type DropLook = 'none' | 'legal' | 'hovered' | 'wrong';

export function useDropTarget(
  element: RefObject<HTMLElement | null>,
  target: Omit<DropTarget, 'distanceTo'>,
): DropLook {
  useEffect(() =>
    registerDropTarget({
      ...target,
      distanceTo: (x, y) => {
        const rect = element.current?.getBoundingClientRect();
        return rect === undefined ? null : distanceToRect(rect, x, y);
      },
    }),
  );
  return useStore(voiceDragStore, ({ payload, hoveredId, verdict }) => {
    if (payload === null) return 'none';
    if (hoveredId === target.id) return verdict?.isLegal === true ? 'hovered' : 'wrong';
    return target.judge(payload)?.isLegal === true ? 'legal' : 'none';
  });
}
