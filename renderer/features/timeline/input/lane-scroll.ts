// How far the lanes are scrolled down: one number for heads and canvas.
import { timelineStore } from '../../../lib/timeline/timeline-store.ts';

let mostPx = 0;

/** @param px how far lanes reach below what is seen */
export function limitLaneScroll(px: number): void {
  mostPx = Math.max(0, px);
}

export function onlyLanes(byPx: number): void {
  const { scrollTopPx } = timelineStore.getState();
  const next = Math.min(mostPx, Math.max(0, scrollTopPx + byPx));
  if (next !== scrollTopPx) timelineStore.setState({ scrollTopPx: next });
}
