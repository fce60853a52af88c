// How wide and high the movable regions are: kept as a share of the window, used in pixels.
import type { Settings } from '#core/contract/app-types.ts';

export type EdgeName = 'left' | 'right' | 'timeline';

export const NARROW_PX = 1400;
const MONITOR_MIN_PX = 420;
const RIGHT_NARROW_PX = 280;
const TIMELINE_SHARE = 0.38;

const LIMITS: Readonly<Record<EdgeName, readonly [min: number, max: number]>> = {
  left: [180, 420],
  right: [260, 480],
  timeline: [200, 900],
};

export function defaultEdge(edge: EdgeName): number {
  if (edge === 'left') return 220;
  if (edge === 'right') return window.innerWidth < NARROW_PX ? RIGHT_NARROW_PX : 300;
  return Math.round(window.innerHeight * TIMELINE_SHARE);
}

export function clampEdge(edge: EdgeName, px: number): number {
  const [min, max] = LIMITS[edge];
  const room =
    edge === 'timeline' ? window.innerHeight - 320 : window.innerWidth - MONITOR_MIN_PX - 300;
  return Math.round(Math.max(min, Math.min(max, room, px)));
}

/** Size in pixels now. */
export function edgePx(edge: EdgeName, sizes: Settings['panelSizes']): number {
  const share = sizes[edge];
  if (share === undefined) return defaultEdge(edge);
  const whole = edge === 'timeline' ? window.innerHeight : window.innerWidth;
  return clampEdge(edge, (share / 100) * whole);
}
